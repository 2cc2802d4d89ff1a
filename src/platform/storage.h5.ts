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
