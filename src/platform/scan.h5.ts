import type { Scanned } from './scan'

/** A browser has no scanner: the code is typed, or comes with the link. */
export const canScan = (): boolean => false

export const scanShopCode = (): Promise<Scanned> => Promise.resolve({ kind: 'none' })
