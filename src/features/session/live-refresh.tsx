import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { watchSignal } from '../../platform/live'
import { showUnread } from '../../platform/navigation'
import { usePerson } from './use-session'

/** Mounted once: whatever is on screen follows the person's signal, and the messages tab its number. */
export const LiveRefresh = () => {
  const client = useQueryClient()
  const session = usePerson()
  const key = session?.signalKey
  const unread = session?.unread ?? 0

  useEffect(() => {
    if (key === undefined) return undefined
    return watchSignal(key, () => {
      void client.invalidateQueries({ predicate: ({ meta }) => meta?.['live'] === true })
    })
  }, [client, key])

  useEffect(() => {
    showUnread(unread)
  }, [unread])

  return null
}
