import type { Id } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'

import { gramsOf, lettersOf, listShops, type Area } from '../../store/shops'

/** What a list is narrowed by. */
export interface Wanted {
  readonly trade: Id<'trade'> | null
  /** all of them, each somewhere in the name, the number or the address */
  readonly words: readonly string[]
}

export const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .map(lettersOf)
    .filter((word) => word !== '')

/** Pairs of characters may lie apart or in different fields: the text itself decides. */
export const suits = ({ trade, words }: Wanted, shop: Shop): boolean => {
  const texts = [shop.name, shop.number, shop.address].map(lettersOf)
  return (
    (trade === null || shop.trade === trade) &&
    words.every((word) => texts.some((text) => text.includes(word)))
  )
}

/** One page of an area; `after` null at its end. A page may come short, or empty, before that. */
export interface Found {
  readonly shops: readonly Shop[]
  readonly after: string | null
}

/** A walk that finds little ends here, and the page says where to go on. */
const mostExamined = 200

type By = Parameters<typeof listShops>[2]

/** The shops of one area by their number; examines about what it returns, and never more than a few times that. */
export const searchArea = async (
  district: Id<'district'>,
  area: Area,
  wanted: Wanted,
  from: string,
  most: number,
): Promise<Found> => {
  const list = (by: By, after: string) => listShops(district, area, by, after, most + 1)
  const grams = gramsOf(...wanted.words)
  if (wanted.words.length > 0 && grams.length === 0) return { shops: [], after: null }
  // A cell is small: its own index and the text do, where a street needs the pairs' index.
  const start =
    area.kind === 'cell' || grams.length === 0
      ? { by: wanted.trade === null ? {} : { trade: wanted.trade }, batch: null }
      : await rarest(grams, (gram) => list({ grams: gram }, from))
  const shops: Shop[] = []
  let at = from
  let batch = start.batch ?? (await list(start.by, at))
  for (let examined = 0; ; batch = await list(start.by, at)) {
    examined += batch.length
    shops.push(...batch.filter((shop) => suits(wanted, shop)))
    at = batch.at(-1)?.number ?? at
    if (shops.length > most) return { shops: shops.slice(0, most), after: shops[most - 1]?.number ?? null }
    if (batch.length <= most) return { shops, after: null }
    if (examined >= mostExamined) return { shops, after: at }
  }
}

const mostProbed = 4

/**
 * The pair of characters to walk by: each shows its next page, and the one that runs out, or whose page reaches furthest
 * through the numbers, is the rarest.
 */
const rarest = async (
  grams: readonly string[],
  page: (gram: string) => Promise<readonly Shop[]>,
): Promise<{ readonly by: By; readonly batch: readonly Shop[] }> => {
  const step = Math.max(1, Math.ceil(grams.length / mostProbed))
  const probed = await Promise.all(
    grams
      .filter((_gram, at) => at % step === 0)
      .map(async (gram) => ({ by: { grams: gram }, batch: await page(gram) })),
  )
  const [first, ...others] = probed
  if (!first) throw new Error('nothing to search by')
  return others.reduce((best, one) => (isRarer(one.batch, best.batch) ? one : best), first)
}

const isRarer = (a: readonly Shop[], b: readonly Shop[]): boolean =>
  a.length === b.length ? (a.at(-1)?.number ?? '') > (b.at(-1)?.number ?? '') : a.length < b.length
