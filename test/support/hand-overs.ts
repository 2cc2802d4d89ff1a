import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import type { Notice } from '#domain/notice'
import type { Shop } from '#domain/shop'

import { db } from '../../cloudfunctions/cloud/database'
import { findCaseload } from '../../cloudfunctions/store/caseloads'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { aShop, day } from './a-shop'
import { yes } from './a-submission'
import { district } from './builders'
import { caseloadOf, headOne, headTwo, marketHead } from './shop-district'
import { aKey, as } from './small-district'

export const one = caseloadOf(headOne)
export const two = caseloadOf(headTwo)
export const market = caseloadOf(marketHead)

let count = 0
export const someShops = (many: number, given: Partial<Shop> = {}): readonly Shop[] =>
  Array.from({ length: many }, () => aShop(`m${String((count += 1))}`, given))

export const idsOf = (shops: readonly Shop[]): Id<'shop'>[] => shops.map(({ id }) => id)

/** What the caseload holds now. */
export const shopsOf = async (id: Id<'caseload'>): Promise<readonly Id<'shop'>[]> =>
  (await findCaseload(db, district, id))?.shops ?? []

/** The command that moves these shops, at once or on a day, with a key of its own. */
export const between = (
  from: Id<'caseload'>,
  to: Id<'caseload'>,
  shops: readonly Shop[],
  on: string | null = null,
) => ({
  ...{ from, to, shops: idsOf(shops), on: on === null ? null : day(on), key: aKey() },
})

/** The person's inbox. */
export const heard = async (actor: Actor): Promise<readonly Notice[]> =>
  yes(await listEntries({ cursor: null }, as(actor))).rows.map(({ notice }) => notice)
