import { useEffect, useState } from 'react'
import { readStored, writeStored } from '../../platform/storage'
import { prefersLargeText, sizeFrame } from '../../platform/text-size'

const NAME = 'elder'

/** The person's own choice wins over the phone's large-type setting. */
export const useAppearanceSetting = () => {
  const [elder, remember] = useState<boolean>(() => {
    const chosen = readStored(NAME)
    return typeof chosen === 'boolean' ? chosen : prefersLargeText()
  })
  useEffect(() => {
    sizeFrame(elder)
  }, [elder])
  const setElder = (chosen: boolean) => {
    remember(chosen)
    writeStored(NAME, chosen)
  }
  return { elder, setElder }
}
