import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'

export type ClaimScope = 'mine' | 'work'
export type ClaimFilter = 'open' | 'all'

export const useOffers = () =>
  useQuery({
    queryKey: ['offers'],
    queryFn: async () => valueOf(await call('claim.offers', {})),
    meta: { live: true },
  })

export const useClaims = (scope: ClaimScope, filter: ClaimFilter) =>
  useInfiniteQuery({
    queryKey: ['claims', scope, filter],
    queryFn: async ({ pageParam }) => valueOf(await call('claim.list', { scope, filter, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })

/** A claim decides what a person may see: whatever names shops is read again. */
export const useShopsChanged = () => {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['offers', 'claims', 'session', 'shops', 'shop', 'shop-board'].map((name) =>
        client.invalidateQueries({ queryKey: [name] }),
      ),
    )
}
