import { localOpenid } from './local-person.h5'

// One browser may hold several made-up persons: each has a shelf of its own, as each phone would.
const shelf = (name: string) => `${localOpenid()}:${name}`

export const readStored = (name: string): unknown => {
  const text = window.localStorage.getItem(shelf(name))
  if (text === null) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

export const writeStored = (name: string, value: unknown): void => {
  window.localStorage.setItem(shelf(name), JSON.stringify(value))
}

export const dropStored = (name: string): void => {
  window.localStorage.removeItem(shelf(name))
}

/** Another tab of this browser wrote it, for the same person: they are one phone. */
export const heedStored = (name: string, hear: (value: unknown) => void): (() => void) => {
  const heed = ({ key }: StorageEvent) => {
    if (key === shelf(name)) hear(readStored(name))
  }
  window.addEventListener('storage', heed)
  return () => {
    window.removeEventListener('storage', heed)
  }
}
