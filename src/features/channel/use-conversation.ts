import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Id } from '#domain/kernel/id'
import { watchSignal } from '../../platform/live'
import { onNetworkBack } from '../../platform/network'
import { useDidHide, useDidShow } from '../../platform/page'
import { onVisibility } from '../../platform/visibility'
import { followChannel } from './conversation'
import { keepMark } from './reading-mark'
import { onStored, resumeChannel } from './sender'

/** A channel that stays in step while its page is in front; `at`: a message to begin with. */
export const useConversation = (id: Id<'channel'>, at: number | null) => {
  const client = useQueryClient()
  const [following] = useState(() => followChannel(id, at))
  const conversation = useSyncExternalStore(following.watch, following.now, following.now)
  const refreshList = useCallback(() => client.invalidateQueries({ queryKey: ['channels'] }), [client])
  const [mark] = useState(() => keepMark(id, refreshList))
  const [inFront, setInFront] = useState(true)
  useDidShow(() => {
    setInFront(true)
  })
  useDidHide(() => {
    setInFront(false)
    void mark.tell()
  })

  useEffect(() => {
    following.sync()
    resumeChannel(id)
    const stopBack = onNetworkBack(following.sync)
    const stopStored = onStored((channel) => {
      if (channel === id) following.noteStored()
    })
    const stopHiding = onVisibility((visible) => {
      if (!visible) void mark.tell()
    })
    return () => {
      stopBack()
      stopStored()
      stopHiding()
      following.end()
      void mark.tell().then(refreshList)
    }
  }, [following, id, mark, refreshList])

  const { signalKey } = conversation
  useEffect(() => {
    if (signalKey === null || !inFront) return undefined
    let stop = watchSignal(signalKey, following.noteSignal)
    // Its own pauses may have grown to a minute while there was no network.
    const stopBack = onNetworkBack(() => {
      stop()
      stop = watchSignal(signalKey, following.noteSignal)
    })
    return () => {
      stopBack()
      stop()
    }
  }, [following, signalKey, inFront])

  const { readUntil } = conversation
  const noteSeen = useCallback(
    (seq: number) => {
      if (readUntil !== null) mark.note(seq, readUntil)
    },
    [mark, readUntil],
  )
  return { ...conversation, following, noteSeen }
}
