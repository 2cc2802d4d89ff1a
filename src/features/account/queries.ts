import { useQuery } from '@tanstack/react-query'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'

export const useAccount = () =>
  useQuery({
    queryKey: ['account'],
    queryFn: async () => valueOf(await call('account.read', {})),
    meta: { live: true },
  })
