import { useEffect, useState } from 'react'
import { dropStored, readStored, writeStored } from './storage'

const textsOf = <F extends string>(
  empty: Readonly<Record<F, string>>,
  stored: unknown,
): Readonly<Record<F, string>> => {
  if (typeof stored !== 'object' || stored === null) return empty
  const found = Object.entries(stored).filter(([name, text]) => name in empty && typeof text === 'string')
  return { ...empty, ...(Object.fromEntries(found) as Partial<Record<F, string>>) }
}

/** What is being written stays on this phone when a sheet or the app is closed, until the server has it. */
export const useDraft = <F extends string>(name: string, empty: Readonly<Record<F, string>>) => {
  const [draft, setDraft] = useState(() => textsOf(empty, readStored(name)))
  const blank = JSON.stringify(draft) === JSON.stringify(empty)
  useEffect(() => {
    if (blank) dropStored(name)
    else writeStored(name, draft)
  }, [name, draft, blank])
  return {
    draft,
    edit: (part: Partial<Readonly<Record<F, string>>>) => {
      setDraft((now) => ({ ...now, ...part }))
    },
    drop: () => {
      dropStored(name)
      setDraft(empty)
    },
  }
}
