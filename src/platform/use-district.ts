import { useQuery } from '@tanstack/react-query'
import { call } from './cloud'
import { valueOf } from './outcome'

/** Streets, cells, trades and categories: set by the district, the same all day. */
export const useDistrict = () =>
  useQuery({
    queryKey: ['district'],
    queryFn: async () => valueOf(await call('district.read', {})),
    staleTime: Infinity,
  })
