import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { usePages } from '../../platform/use-pages'

export type ClaimScope = 'mine' | 'work'
export type ClaimFilter = 'open' | 'all'

export const useOffers = () =>
  useQuery({
    queryKey: ['offers'],
    queryFn: async () => valueOf(await call('claim.offers', {})),
    meta: { live: true },
  })

export const useClaims = (scope: ClaimScope, filter: ClaimFilter) =>
  usePages({
    key: ['claims', scope, filter],
    read: (cursor) => call('claim.list', { scope, filter, cursor }),
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
