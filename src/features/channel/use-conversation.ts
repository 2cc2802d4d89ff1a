import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { watchSignal } from '../../platform/live'
import { onNetworkBack } from '../../platform/network'
import { useDidHide, useDidShow } from '../../platform/page'
import { followChannel } from './conversation'
import { onStored, resumeChannel } from './sender'

const READ_PAUSE = 800

/** A channel that stays in step while its page is in front; `at`: a message to begin with. */
export const useConversation = (id: Id<'channel'>, at: number | null) => {
  const client = useQueryClient()
  const [following] = useState(() => followChannel(id, at))
  const conversation = useSyncExternalStore(following.watch, following.now, following.now)
  const [inFront, setInFront] = useState(true)
  useDidShow(() => {
    setInFront(true)
  })
  useDidHide(() => {
    setInFront(false)
  })

  useEffect(() => {
    following.sync()
    resumeChannel(id)
    const stopBack = onNetworkBack(following.sync)
    const stopStored = onStored((channel) => {
      if (channel === id) following.sync()
    })
    return () => {
      stopBack()
      stopStored()
      following.end()
      void client.invalidateQueries({ queryKey: ['channels'] })
    }
  }, [client, following, id])

  const { signalKey } = conversation
  useEffect(() => {
    if (signalKey === null || !inFront) return undefined
    let stop = watchSignal(signalKey, following.sync)
    // Its own pauses may have grown to a minute while there was no network.
    const stopBack = onNetworkBack(() => {
      stop()
      stop = watchSignal(signalKey, following.sync)
    })
    return () => {
      stopBack()
      stop()
    }
  }, [following, signalKey, inFront])

  const read = useRef({ told: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined })
  const readUntil = conversation.readUntil
  const noteSeen = useCallback(
    (seq: number) => {
      if (readUntil === null) return
      const mark = read.current
      if (seq <= Math.max(mark.told, readUntil)) return
      clearTimeout(mark.timer)
      mark.timer = setTimeout(() => {
        void call('channel.read', { channel: id, until: seq }).then(({ kind }) => {
          if (kind !== 'ok') return
          mark.told = Math.max(mark.told, seq)
          void client.invalidateQueries({ queryKey: ['channels'] })
        })
      }, READ_PAUSE)
    },
    [client, id, readUntil],
  )
  return { ...conversation, following, noteSeen }
}
