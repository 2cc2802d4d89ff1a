import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Aim } from '#domain/circular'
import type { CircularPart } from '#domain/circular'
import type { CircularTarget } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { usePages } from '../../platform/use-pages'

export const useCircular = (id: Id<'circular'>) =>
  useQuery({
    queryKey: ['circular', id],
    queryFn: async () => valueOf(await call('circular.read', { id })),
    staleTime: 15_000,
    meta: { live: true },
  })

/** What waits for the owner's word. */
export const useOwnCirculars = () =>
  useQuery({
    queryKey: ['circulars', 'mine'],
    queryFn: async () => valueOf(await call('circular.mine', {})),
    meta: { live: true },
  })

export type SentScope = 'mine' | 'district'

export const useSent = (scope: SentScope) =>
  usePages({
    key: ['circulars', 'sent', scope],
    read: (cursor) => call('circular.list', { scope, cursor }),
  })

export const useCircularShops = (id: Id<'circular'>, part: CircularPart) =>
  usePages({
    key: ['circular', id, 'shops', part],
    read: (cursor) => call('circular.shops', { id, part, cursor }),
  })

/** How many shops it would reach; the last number stays while the next is on its way. */
export const usePreview = (to: CircularTarget | null, aim: Aim) =>
  useQuery({
    queryKey: ['circular-preview', to, aim],
    queryFn: async () =>
      valueOf(await call('circular.preview', { to: to ?? { kind: 'groups', caseloads: [] }, aim })),
    enabled: to !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** Everything that shows this circular is read again. */
export const useRefresh = (id: Id<'circular'>) => {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['circular', id] }),
      client.invalidateQueries({ queryKey: ['circulars'] }),
    ])
}

/** 「我知道了」 for one shop. */
export const useAcknowledge = (id: Id<'circular'>) => {
  const refresh = useRefresh(id)
  return useAct((shop: Id<'shop'>) => call('circular.acknowledge', { id, shop }), refresh)
}
