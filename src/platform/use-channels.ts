import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from './cloud'
import { valueOf } from './outcome'
import { useDidHide, useDidShow } from './page'

const OFTEN = 15_000

/** The person's channels with what is unread in them; `asked` only for whoever can be in one. */
export const useChannels = (asked = true, often = false) =>
  useQuery({
    queryKey: ['channels'],
    queryFn: async () => valueOf(await call('channel.list', {})),
    enabled: asked,
    meta: { live: true },
    refetchInterval: often && OFTEN,
  })

/** The same while it is looked at: a person's signal does not rise with every message of a group. */
export const useChannelsInFront = () => {
  const [inFront, setInFront] = useState(true)
  const channels = useChannels(true, inFront)
  useDidShow(() => {
    setInFront(true)
    void channels.refetch()
  })
  useDidHide(() => {
    setInFront(false)
  })
  return channels
}
