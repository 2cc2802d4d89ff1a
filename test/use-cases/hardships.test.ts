import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import type { HardshipMove } from '#domain/hardship'
import type { Id } from '#domain/kernel/id'

import { addHardshipTo } from '../../cloudfunctions/use-cases/hardship/add'
import { countOfHardships, listHardshipsFor } from '../../cloudfunctions/use-cases/hardship/list'
import { moveHardshipOn } from '../../cloudfunctions/use-cases/hardship/move'
import { yes } from '../support/a-submission'
import { command, reporter } from '../support/builders'
import { handOver, hearsOf } from '../support/care'
import { aHeld } from '../support/claims'
import { auditOf, foundShopOffice, headOne, headTwo, nowAs } from '../support/shop-district'
import { aKey, foundDistrict } from '../support/small-district'
import { atPhone } from '../support/talk'

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

const add = async (by: Actor, shop: Id<'shop'>, given: Partial<Input<'hardship.add'>> = {}) => {
  const said = { kind: 'equipment', words: '消毒柜坏了，换不起', helper: '' } as const
  return addHardshipTo({ shop, ...said, key: aKey(), ...given }, await atPhone(by))
}
const step = async (by: Actor, id: Id<'hardship'>, version: number, move: HardshipMove) =>
  moveHardshipOn({ id, version, move }, await atPhone(by))
const list = async (by: Actor, of: Input<'hardship.list'>['of'], open = false) =>
  listHardshipsFor({ of, open, cursor: null }, await nowAs(by))

describe('a hardship', () => {
  it('is written down by the shop or its head, and read by them and command alone', async () => {
    const { shop, person } = await aHeld()
    const other = await aHeld()
    for (const stranger of [other.person, headTwo, reporter, command])
      expect(await add(stranger, shop.id)).toMatchObject({ code: 'not-found' })
    const first = yes(await add(person, shop.id, { helper: '商务局' })).id
    const second = yes(await add(headOne, shop.id, { kind: 'money', helper: '社区李主任' })).id
    const of = { kind: 'shop', shop: shop.id } as const
    const rows = yes(await list(person, of)).rows
    expect(rows.map(({ id }) => id).sort()).toEqual([first, second].sort())
    // who helps is for the office to say
    expect(rows.map(({ id, helper, mine, answerable }) => [id === first, helper, mine, answerable])).toEqual(
      expect.arrayContaining([
        [true, '', true, false],
        [false, '社区李主任', false, false],
      ]),
    )
    for (const reader of [headOne, command])
      expect(yes(await list(reader, of)).rows.map(({ answerable }) => answerable)).toEqual([true, true])
    for (const stranger of [other.person, headTwo, reporter])
      expect(await list(stranger, of)).toMatchObject({ code: 'not-found' })
    expect(await list(headOne, { kind: 'district', only: null })).toMatchObject({ code: 'not-permitted' })
    expect(await hearsOf(headOne, 'hardship')).toEqual(['added'])
    expect(await hearsOf(person, 'hardship')).toEqual(['added'])
  })

  it('sent twice, also at once, is one; the same key with other words is refused', async () => {
    const { shop, person } = await aHeld()
    const key = aKey()
    const sent = await Promise.all([1, 2, 3].map(() => add(person, shop.id, { key })))
    expect(new Set(sent.map((one) => yes(one).id)).size).toBe(1)
    expect(await add(person, shop.id, { key, words: '别的' })).toMatchObject({ code: 'key-reused' })
    expect(await add(person, shop.id, { words: ' ' })).toMatchObject({ code: 'words-missing' })
    expect(await add(person, shop.id, { words: '#risky#' })).toMatchObject({ code: 'content-refused' })
  })

  it('gets who helps, then an answer, each told to the shop and once in the log', async () => {
    const { shop, person } = await aHeld()
    const { id } = yes(await add(person, shop.id))
    const helped: HardshipMove = { kind: 'helped', words: '借到一台消毒柜' }
    expect(await step(person, id, 1, helped)).toMatchObject({ code: 'not-found' })
    yes(await step(headOne, id, 1, { kind: 'assign', helper: '商务局 王科长' }))
    for (let times = 0; times < 2; times += 1) expect(yes(await step(headOne, id, 2, helped)).version).toBe(3)
    expect((await hearsOf(person, 'hardship')).sort()).toEqual(['assigned', 'helped'])
    expect(await auditOf(`hardships/${id}`)).toHaveLength(3)
    expect(await step(headOne, id, 3, { kind: 'notPossible', words: '没有钱' })).toMatchObject({
      code: 'wrong-state',
    })
    expect(yes(await list(headOne, { kind: 'caseload' }, true)).rows).toEqual([])
  })

  it('answered by head and command at once has one answer', async () => {
    const { shop, person } = await aHeld()
    const { id } = yes(await add(person, shop.id))
    const both = await Promise.all([
      step(headOne, id, 1, { kind: 'helped', words: '借到了' }),
      step(command, id, 1, { kind: 'notPossible', words: '今年没有补贴' }),
    ])
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['ok', 'stale'])
  })

  it('goes with its shop after a hand-over', async () => {
    const { shop, person } = await aHeld()
    const { id } = yes(await add(person, shop.id))
    await handOver(shop)
    expect(yes(await list(headOne, { kind: 'caseload' })).rows).toEqual([])
    expect(await step(headOne, id, 1, { kind: 'helped', words: '好了' })).toMatchObject({ code: 'not-found' })
    expect(yes(await list(headTwo, { kind: 'caseload' })).rows).toMatchObject([{ id, answerable: true }])
  })

  it('is counted for command by kind and state, and listed by kind', async () => {
    const [one, two] = [await aHeld(), await aHeld()]
    const { id } = yes(await add(one.person, one.shop.id))
    yes(await add(two.person, two.shop.id))
    const money = yes(await add(two.person, two.shop.id, { kind: 'money' })).id
    yes(await step(command, id, 1, { kind: 'helped', words: '换了新的' }))
    const counts = yes(await countOfHardships({}, await nowAs(command)))
    expect(counts).toMatchObject({
      equipment: { open: 1, helped: 1, notPossible: 0 },
      money: { open: 1, helped: 0, notPossible: 0 },
      other: { open: 0, helped: 0, notPossible: 0 },
    })
    const ofMoney = yes(await list(command, { kind: 'district', only: 'money' }, true)).rows
    expect(ofMoney.map((row) => row.id)).toEqual([money])
  })
})
