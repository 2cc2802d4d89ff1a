import type { Actor } from '#domain/actor'
import type { GuidanceMove } from '#domain/guidance-item'
import type { Id } from '#domain/kernel/id'

import { recallMessage } from '../../cloudfunctions/use-cases/channel/take-back'
import { exportAccount } from '../../cloudfunctions/use-cases/account/export'
import { readAccount } from '../../cloudfunctions/use-cases/account/read'
import { listGuidance } from '../../cloudfunctions/use-cases/guidance/list'
import { moveGuidanceItem } from '../../cloudfunctions/use-cases/guidance/move'
import { openGuidance } from '../../cloudfunctions/use-cases/guidance/open'
import { yes } from '../support/a-submission'
import { command, reporter } from '../support/builders'
import { cardsIn, deputise, handOver, hearsOf } from '../support/care'
import { aHeld } from '../support/claims'
import {
  auditOf,
  caseloadOf,
  foundShopOffice,
  headOne,
  headTwo,
  marketHead,
  nowAs,
} from '../support/shop-district'
import { foundDistrict } from '../support/small-district'
import { atPhone, deskOf, groupOf, say } from '../support/talk'

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

const group = groupOf(caseloadOf(headOne))

/** An owner's question, at the desk or in the group. */
const asked = async (where: 'desk' | 'group' = 'desk') => {
  const { shop, person } = await aHeld()
  const channel = where === 'desk' ? deskOf(shop) : group
  const { seq } = yes(await say(person, channel, '抹布要分开用吗？'))
  return { shop, person, channel, seq: seq ?? 0 }
}
const guide = async (by: Actor, channel: Id<'channel'>, seq: number, words = '抹布按颜色分开用') =>
  openGuidance({ channel, seq, words }, await atPhone(by))
const step = async (by: Actor, id: Id<'guidanceItem'>, version: number, move: GuidanceMove) =>
  moveGuidanceItem({ id, version, move }, await atPhone(by))
const ofShop = async (by: Actor, shop: Id<'shop'>) =>
  listGuidance({ of: { kind: 'shop', shop }, open: false, cursor: null }, await nowAs(by))

describe('a guidance item', () => {
  it('is made from an owner’s words by head or deputy, and by nobody else', async () => {
    const { person, channel, seq } = await asked()
    for (const other of [person, headTwo, marketHead, command, reporter])
      expect(await guide(other, channel, seq)).toMatchObject({ code: 'not-found' })
    await deputise(headTwo)
    expect((await guide(headTwo, channel, seq)).ok).toBe(true)
  })

  it('says so at the shop’s desk, never in the group, and to the shop', async () => {
    const { shop, person, channel, seq } = await asked('group')
    const { id } = yes(await guide(headOne, channel, seq))
    const card = { kind: 'guidance', item: id, what: 'opened', title: '抹布按颜色分开用' }
    expect(await cardsIn(person, deskOf(shop))).toEqual([card])
    expect(await cardsIn(person, group)).toEqual([])
    expect(await hearsOf(person, 'guidance')).toEqual(['opened'])
    const { rows } = yes(await ofShop(person, shop.id))
    expect(rows).toMatchObject([{ id, from: { kind: 'message', channel, seq }, may: ['sayDone'] }])
  })

  it('made twice, or by head and deputy at once, from one message is one item and one card', async () => {
    const { shop, person, channel, seq } = await asked()
    await deputise(headTwo)
    const made = await Promise.all([
      guide(headOne, channel, seq),
      guide(headTwo, channel, seq),
      guide(headOne, channel, seq),
    ])
    expect(new Set(made.map((one) => yes(one).id)).size).toBe(1)
    expect(made.filter((one) => !yes(one).repeated)).toHaveLength(1)
    expect(yes(await guide(headOne, channel, seq)).repeated).toBe(true)
    expect(await cardsIn(person, deskOf(shop))).toHaveLength(1)
    expect(await auditOf(`guidanceitems/${yes(await guide(headOne, channel, seq)).id}`)).toHaveLength(1)
  })

  it('made again in other words is refused, so that those words are not lost in silence', async () => {
    const { person, channel, seq } = await asked()
    yes(await guide(headOne, channel, seq))
    expect(await guide(headOne, channel, seq, '再备一条干抹布')).toMatchObject({ code: 'guided-already' })
    await deputise(headTwo)
    const { channel: other, seq: next } = await asked()
    const two = await Promise.all([guide(headOne, other, next), guide(headTwo, other, next, '换一种说法')])
    expect(two.filter(({ ok }) => ok)).toHaveLength(1)
    expect(two.find(({ ok }) => !ok)).toMatchObject({ code: 'guided-already' })
    expect(await cardsIn(person, channel)).toHaveLength(1)
  })

  it('needs words, and a message that an owner said and did not take back', async () => {
    const { shop, person, channel, seq } = await asked()
    expect(await guide(headOne, channel, seq, '  ')).toMatchObject({ code: 'words-missing' })
    expect(await guide(headOne, channel, seq, '长'.repeat(301))).toMatchObject({ code: 'words-too-long' })
    expect(await guide(headOne, channel, seq, '#risky#')).toMatchObject({ code: 'content-refused' })
    expect(await guide(headOne, channel, 99)).toMatchObject({ code: 'not-found' })
    const own = yes(await say(headOne, channel, '请分开用')).seq ?? 0
    expect(await guide(headOne, channel, own)).toMatchObject({ code: 'no-shop' })
    yes(await recallMessage({ channel, seq }, await nowAs(person)))
    expect(await guide(headOne, channel, seq)).toMatchObject({ code: 'no-shop' })
    expect(yes(await ofShop(headOne, shop.id)).rows).toEqual([])
  })

  it('the shop says it is done, the head closes it; each step once in the log and at the desk', async () => {
    const { shop, person, channel, seq } = await asked()
    const { id } = yes(await guide(headOne, channel, seq))
    expect(await step(headOne, id, 1, { kind: 'sayDone' })).toMatchObject({ code: 'not-permitted' })
    expect(await step(person, id, 1, { kind: 'close' })).toMatchObject({ code: 'not-permitted' })
    for (let times = 0; times < 2; times += 1)
      expect(yes(await step(person, id, 1, { kind: 'sayDone' })).version).toBe(2)
    expect(await hearsOf(headOne, 'guidance')).toEqual(['saidDone'])
    expect(await step(headOne, id, 1, { kind: 'close' })).toMatchObject({ code: 'stale' })
    yes(await step(headOne, id, 2, { kind: 'close' }))
    const cards = await cardsIn(person, deskOf(shop))
    expect(cards.map((card) => 'what' in card && card.what).sort()).toEqual(['done', 'opened', 'saidDone'])
    const lines = await auditOf(`guidanceitems/${id}`)
    expect(lines.map(({ by }) => by).sort()).toEqual([headOne.id, headOne.id, person.id].sort())
    expect(await step(headOne, id, 3, { kind: 'drop', why: '看错了' })).toMatchObject({ code: 'wrong-state' })
  })

  it('closed by the head and dropped by the deputy at once is one of both', async () => {
    const { channel, seq } = await asked()
    await deputise(headTwo)
    const { id } = yes(await guide(headOne, channel, seq))
    const both = await Promise.all([
      step(headOne, id, 1, { kind: 'close' }),
      step(headTwo, id, 1, { kind: 'drop', why: '不用了' }),
    ])
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['ok', 'stale'])
  })

  it('goes with its shop: after a hand-over the former head has it no longer, the next one does', async () => {
    const { shop, channel, seq } = await asked()
    const { id } = yes(await guide(headOne, channel, seq))
    const mine = async (head: Actor) =>
      yes(
        await listGuidance({ of: { kind: 'caseload' }, open: true, cursor: null }, await nowAs(head)),
      ).rows.map((row) => row.id)
    expect([await mine(headOne), await mine(headTwo)]).toEqual([[id], []])
    await handOver(shop)
    expect([await mine(headOne), await mine(headTwo)]).toEqual([[], [id]])
    expect(await step(headOne, id, 1, { kind: 'close' })).toMatchObject({ code: 'not-found' })
    expect(await ofShop(headOne, shop.id)).toMatchObject({ code: 'not-found' })
    yes(await step(headTwo, id, 1, { kind: 'close' }))
  })

  it('is found again from its message, by its shop and head alone', async () => {
    const { person, channel, seq } = await asked('group')
    const other = await aHeld()
    const { id } = yes(await guide(headOne, channel, seq))
    const from = async (by: Actor) =>
      listGuidance({ of: { kind: 'message', channel, seq }, open: false, cursor: null }, await nowAs(by))
    expect(yes(await from(person)).rows).toMatchObject([{ id }])
    expect(yes(await from(headOne)).rows).toMatchObject([{ id, may: ['close', 'drop'] }])
    expect(yes(await from(other.person)).rows).toEqual([])
    expect(await from(headTwo)).toMatchObject({ code: 'not-found' })
    const one = async (by: Actor) =>
      listGuidance({ of: { kind: 'item', id }, open: false, cursor: null }, await nowAs(by))
    expect(yes(await one(person)).rows).toHaveLength(1)
    expect(await one(other.person)).toMatchObject({ code: 'not-found' })
  })

  it('is in what its author may ask for, and counted among what stays', async () => {
    const { channel, seq } = await asked()
    yes(await guide(headOne, channel, seq))
    const { kept } = yes(await readAccount({}, await nowAs(headOne)))
    expect(kept).toContainEqual({ kind: 'guidance', count: 1 })
    const { url } = yes(await exportAccount({}, await nowAs(headOne)))
    expect(await (await fetch(url)).text()).toContain('抹布按颜色分开用')
  })
})
