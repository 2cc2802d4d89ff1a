import { useEffect, useRef, useState } from 'react'
import { useDidHide } from '../../platform/page'
import { speak, speaks } from '../../platform/speech'
import { Button } from '../../ui/button'

/** Reads a page's main text line by line where the platform can; a second tap, or leaving the page, ends it. */
export const ReadAloud = ({ lines }: { readonly lines: readonly string[] }) => {
  const [reading, setReading] = useState(false)
  const stop = useRef<(() => void) | null>(null)
  const end = () => {
    stop.current?.()
    stop.current = null
    setReading(false)
  }
  useEffect(() => () => stop.current?.(), [])
  useDidHide(end)
  if (!speaks) return null
  const tap = () => {
    if (reading) {
      end()
      return
    }
    setReading(true)
    stop.current = speak(lines, () => {
      setReading(false)
    })
  }
  return <Button word={reading ? '不听了' : '听一遍'} kind="soft" small icon="sound" onTap={tap} />
}
