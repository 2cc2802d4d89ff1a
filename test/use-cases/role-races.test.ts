import type { Actor, Grant } from '#domain/actor'
import { asId } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'

import { db } from '../../cloudfunctions/cloud/database'
import { findCaseload, newCaseload, saveCaseload } from '../../cloudfunctions/store/caseloads'
import { findEntry, saveEntry } from '../../cloudfunctions/store/roster'
import { verifyPhone } from '../../cloudfunctions/use-cases/account/verify-phone'
import { carryOutDue } from '../../cloudfunctions/use-cases/caseload/carry-out'
import { move } from '../../cloudfunctions/use-cases/caseload/move'
import { grantRole } from '../../cloudfunctions/use-cases/role/grant'
import { revokeRole } from '../../cloudfunctions/use-cases/role/revoke'
import { recognise } from '../../cloudfunctions/use-cases/session/recognise'
import { carryOutMove } from '../../cloudfunctions/use-cases/sheet/carry-assignment'
import { aShop, day } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { aGrant, anActor, cell, command, DAY, district, later, MONDAY } from '../support/builders'
import {
  addShops,
  anEntry,
  aPhone,
  caseloadOf,
  entryOf,
  foundShopOffice,
  headOne,
  pool,
} from '../support/shop-district'
import { addPeople, aKey, as, foundDistrict, openidOf } from '../support/small-district'
import { phoneCode } from '../support/wechat'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

const rounds = Array.from({ length: 12 }, (_, at) => at)
const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
/** One of the two a little later than the other, and each round by another while. */
const together = <A, B>(at: number, one: () => Promise<A>, other: () => Promise<B>) =>
  Promise.all([pause(Math.max(0, 2 * (at - 6))).then(one), pause(Math.max(0, 2 * (6 - at))).then(other)])

let count = 0
const aHead = async (): Promise<Actor> => {
  const head = anActor(`racing-head-${String((count += 1))}`, ...headOne.grants)
  await saveEntry(db, anEntry(head))
  await saveCaseload(db, newCaseload(district, { entry: entryOf(head), person: head.id }))
  return head
}
const pooledShops = async (): Promise<readonly Shop[]> => {
  const shops = [1, 2].map(() => aShop(`racing-${String((count += 1))}`))
  await addShops(pool, shops)
  return shops
}
const revoke = (head: Actor) =>
  revokeRole({ entry: entryOf(head), grant: aGrant('head'), why: '岗位调整' }, as(command))
const isHead = async (head: Actor) =>
  (await findEntry(db, district, entryOf(head)))?.grants.some(({ role }) => role === 'head') ?? false
const shopsOf = async (head: Actor) => (await findCaseload(db, district, caseloadOf(head)))?.shops.length ?? 0

/** A head with shops, or nobody's head without any. */
const expectWhole = async (head: Actor) => {
  expect((await shopsOf(head)) > 0).toBe(await isHead(head))
}

describe('a head’s role taken back while shops are on their way to that head', () => {
  it('by a move at once: either the head stays and has the shops, or neither', async () => {
    for (const at of rounds) {
      const [head, shops] = [await aHead(), await pooledShops()]
      const moving = { from: pool, to: caseloadOf(head), shops: shops.map(({ id }) => id), on: null }
      const answers = await together(
        at,
        () => revoke(head),
        () => move({ ...moving, key: aKey() }, as(command)),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      await expectWhole(head)
    }
  })

  it('by a planned hand-over on its day', async () => {
    for (const at of rounds) {
      const [head, shops] = [await aHead(), await pooledShops()]
      const planned = { from: pool, to: caseloadOf(head), shops: shops.map(({ id }) => id), key: aKey() }
      yes(await move({ ...planned, on: day('2026-11-24') }, as(command)))
      const [, carried] = await together(
        at,
        () => revoke(head),
        () => carryOutDue(later(DAY)),
      )
      expect(carried.broken).toBe(0)
      await expectWhole(head)
    }
  })

  it('by a sheet of assignments', async () => {
    for (const at of rounds) {
      const [head, shops] = [await aHead(), await pooledShops()]
      const id = asId<'handOver'>(`assigned-${String(at)}`)
      const given = { id, shops: shops.map((shop) => shop.id), on: null, body: 'sheet' }
      const load = { id: asId<'import'>('import-1'), district, author: command, now: MONDAY }
      const assigned = { from: pool, to: caseloadOf(head), command: given, shops }
      await together(
        at,
        () => revoke(head),
        () => carryOutMove(assigned, load as never).catch(() => null),
      )
      await expectWhole(head)
    }
  })
})

describe('a role given while its phone is being verified', () => {
  const gridHere: Grant = { role: 'grid', scope: { kind: 'cell', cell } }
  const newcomer = async () => {
    const actor = anActor(`racing-${String((count += 1))}`)
    await addPeople([actor])
    return actor
  }
  const verify = async (actor: Actor, phone: string) => {
    const code = await phoneCode(env, openidOf(actor), phone)
    return () => verifyPhone({ code }, as(actor))
  }
  const give = (phone: string) => grantRole({ phone, name: '陆明', grant: gridHere }, as(command))
  const grantsOf = async (actor: Actor) => (await recognise(openidOf(actor), MONDAY))?.grants

  it('comes to whoever verified it, whichever was first', async () => {
    for (const at of rounds) {
      const [actor, phone] = [await newcomer(), aPhone()]
      const answers = await together(at, () => give(phone), await verify(actor, phone))
      for (const answer of answers) yes<unknown>(answer)
      expect(await grantsOf(actor)).toEqual([gridHere])
    }
  })

  it('comes to the last of two who verify it', async () => {
    for (const at of rounds) {
      const [first, last, phone] = [await newcomer(), await newcomer(), aPhone()]
      yes(await (await verify(first, phone))())
      const answers = await together(at, () => give(phone), await verify(last, phone))
      for (const answer of answers) yes<unknown>(answer)
      expect([await grantsOf(first), await grantsOf(last)]).toEqual([[], [gridHere]])
    }
  })
})
