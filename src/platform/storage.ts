import Taro from '@tarojs/taro'

/** null when nothing, or something unreadable, is stored. */
export const readStored = (name: string): unknown => {
  const text: unknown = Taro.getStorageSync(name)
  if (typeof text !== 'string' || text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

export const writeStored = (name: string, value: unknown): void => {
  Taro.setStorageSync(name, JSON.stringify(value))
}

export const dropStored = (name: string): void => {
  Taro.removeStorageSync(name)
}

/** A mini-program runs once: nobody else writes its storage. */
export const heedStored: (name: string, hear: (value: unknown) => void) => () => void = () => () => undefined
