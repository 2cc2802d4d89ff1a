import { useEffect, useState } from 'react'
import { heedStored, readStored, writeStored } from '../../platform/storage'
import { prefersLargeText, sizeFrame } from '../../platform/text-size'

const NAME = 'elder'

/** The person's own choice wins over the phone's large-type setting. */
const asChosen = (chosen: unknown): boolean => (typeof chosen === 'boolean' ? chosen : prefersLargeText())

export const useAppearanceSetting = () => {
  const [elder, remember] = useState(() => asChosen(readStored(NAME)))
  useEffect(
    () =>
      heedStored(NAME, (chosen) => {
        remember(asChosen(chosen))
      }),
    [],
  )
  useEffect(() => {
    sizeFrame(elder)
  }, [elder])
  const setElder = (chosen: boolean) => {
    remember(chosen)
    writeStored(NAME, chosen)
  }
  return { elder, setElder }
}
