import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Aim } from '#domain/circular'
import type { CircularPart } from '#domain/circular'
import type { CircularTarget } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { useDidHide, useDidShow } from '../../platform/page'
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

/** After an owner's answer: what the inbox said of it is done with too. */
export const useAnswered = (id: Id<'circular'>) => {
  const client = useQueryClient()
  const refresh = useRefresh(id)
  return () =>
    Promise.all([
      refresh(),
      client.invalidateQueries({ queryKey: ['inbox'] }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ])
}

/** 「我知道了」 for one shop. */
export const useAcknowledge = (id: Id<'circular'>) => {
  const answered = useAnswered(id)
  return useAct((shop: Id<'shop'>) => call('circular.acknowledge', { id, shop }), answered)
}

const OFTEN = 15_000
/** A check handed in again, or somebody who signs in, moves no count: every so often the lists are read all the same. */
const LISTS_EVERY = 4

/** While its page is in front: one small call every so often, and the lists where that brought something new. */
export const useFollowing = (id: Id<'circular'>): void => {
  const client = useQueryClient()
  const [inFront, setInFront] = useState(true)
  useDidShow(() => {
    setInFront(true)
    void readAgain(client, ['circular', id])
  })
  useDidHide(() => {
    setInFront(false)
  })
  useEffect(() => {
    if (!inFront) return undefined
    let times = 0
    const follow = async () => {
      times += 1
      const before = client.getQueryData(['circular', id])
      await readAgain(client, ['circular', id], true)
      // An answer that says the same keeps its identity.
      if (times % LISTS_EVERY === 0 || client.getQueryData(['circular', id]) !== before)
        await readAgain(client, ['circular', id, 'shops'])
    }
    const timer = setInterval(() => void follow(), OFTEN)
    return () => {
      clearInterval(timer)
    }
  }, [client, id, inFront])
}

/** What is shown; a page of the list that is on its way is not begun anew. */
const readAgain = (client: QueryClient, queryKey: readonly unknown[], exact = false) =>
  client.refetchQueries({ queryKey, exact, type: 'active' }, { cancelRefetch: false })
