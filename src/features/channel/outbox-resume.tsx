import { useEffect } from 'react'
import { keepSending } from './sender'

/** Mounted once: what was not sent when the app was closed goes out now. */
export const OutboxResume = () => {
  useEffect(keepSending, [])
  return null
}
