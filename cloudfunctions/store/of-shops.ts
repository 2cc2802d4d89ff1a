import type { Id } from '#domain/kernel/id'

import { command, db, type Stored } from '../cloud/database'
import type { Sort } from './page'

const shopsAtOnce = 200

/** The first of what stands under any of these shops, over an index of `shop`, the condition's fields and the sort's. */
export const listOfShops = async (
  collection: string,
  shops: readonly Id<'shop'>[],
  condition: Readonly<Record<string, unknown>>,
  { field, order }: Sort,
  most: number,
): Promise<readonly Stored[]> => {
  const found: Stored[] = []
  for (let from = 0; from < shops.length; from += shopsAtOnce) {
    const { data } = await db
      .collection(collection)
      .where({ shop: command.in(shops.slice(from, from + shopsAtOnce)), ...condition })
      .orderBy(field, order)
      .limit(most)
      .get()
    found.push(...data)
  }
  const sign = order === 'asc' ? 1 : -1
  return found.sort((one, other) => sign * (Number(one[field]) - Number(other[field]))).slice(0, most)
}
