import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { watchSignal } from '../../platform/live'
import { usePerson } from './use-session'

/** Mounted once: whatever is on screen follows the person's signal. */
export const LiveRefresh = () => {
  const client = useQueryClient()
  const session = usePerson()
  const key = session?.signalKey

  useEffect(() => {
    if (key === undefined) return undefined
    return watchSignal(key, () => {
      void client.invalidateQueries({ predicate: ({ meta }) => meta?.['live'] === true })
    })
  }, [client, key])

  return null
}
