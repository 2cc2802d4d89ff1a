/** A small repeatable generator (mulberry32): the same seed makes the same district on every machine. */
export interface Random {
  /** in [0, 1) */
  next(): number
  /** whole, from `least` to `most` inclusive */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  hex(length: number): string
}

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: <T>(from: readonly T[]): T => {
      const chosen = from[between(0, from.length - 1)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    hex: (length) => Array.from({ length }, () => between(0, 15).toString(16)).join(''),
  }
}
