import { useQuery } from '@tanstack/react-query'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'

/** Who the server says is calling; `live` queries are read again when the person's signal rises. */
export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: async () => valueOf(await call('session.open', {})),
    meta: { live: true },
  })
