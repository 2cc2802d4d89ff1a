import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { GuidanceOf } from '#domain/contract/guidance'
import type { HardshipsOf } from '#domain/contract/hardship'
import type { VisitsOf } from '#domain/contract/visit'
import { dayOf } from '#domain/kernel/day'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { usePages } from '../../platform/use-pages'

export const useGuidance = (of: GuidanceOf, open: boolean) =>
  usePages({
    key: ['care', 'guidance', of, open],
    read: (cursor) => call('guidance.list', { of, open, cursor }),
  })

export const useVisits = (of: VisitsOf) =>
  usePages({ key: ['care', 'visits', of], read: (cursor) => call('visit.list', { of, cursor }) })

export const useHardships = (of: HardshipsOf, open: boolean) =>
  usePages({
    key: ['care', 'hardships', of, open],
    read: (cursor) => call('hardship.list', { of, open, cursor }),
  })

/** Today's, in the order in which they are walked. */
export const useRoute = () => {
  const day = dayOf(serverNow())
  return useQuery({
    queryKey: ['care', 'route', day],
    queryFn: async () => valueOf(await call('visit.route', { day, from: null })),
    meta: { live: true },
  })
}

export const useCounts = () =>
  useQuery({
    queryKey: ['care', 'counts'],
    queryFn: async () => valueOf(await call('hardship.counts', {})),
  })

/** After a change everything here is read again: one thing stands in several lists. */
export const useRefresh = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['care'] })
}
