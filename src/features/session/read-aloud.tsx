import { useEffect, useRef, useState } from 'react'
import { speak, speaks } from '../../platform/speech'
import { Button } from '../../ui/button'

/** Reads a page's main text where the platform can; a second tap, or leaving the page, ends it. */
export const ReadAloud = ({ words }: { readonly words: string }) => {
  const [reading, setReading] = useState(false)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  if (!speaks) return null
  const tap = () => {
    stop.current?.()
    stop.current = null
    if (reading) {
      setReading(false)
      return
    }
    setReading(true)
    stop.current = speak(words, () => {
      setReading(false)
    })
  }
  return <Button word={reading ? '不听了' : '听一遍'} kind="soft" small icon="sound" onTap={tap} />
}
