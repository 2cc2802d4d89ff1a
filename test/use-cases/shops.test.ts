import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import { asId } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'

import { db } from '../../cloudfunctions/cloud/database'
import { findCaseloadOfShop } from '../../cloudfunctions/store/caseloads'
import { findShop } from '../../cloudfunctions/store/shops'
import { list } from '../../cloudfunctions/use-cases/shop/list'
import { readPublic } from '../../cloudfunctions/use-cases/shop/public'
import { read } from '../../cloudfunctions/use-cases/shop/read'
import { setStaff } from '../../cloudfunctions/use-cases/shop/staff'
import { unmask } from '../../cloudfunctions/use-cases/shop/unmask'
import { update } from '../../cloudfunctions/use-cases/shop/update'
import { answerOffer } from '../../cloudfunctions/use-cases/claim/answer'
import { aShop, day } from '../support/a-shop'
import { yes } from '../support/a-submission'
import {
  command,
  district,
  gridWorker,
  handler,
  MONDAY,
  otherCommand,
  otherGridWorker,
  otherStreet,
  reporter,
  street,
  streetOfficer,
} from '../support/builders'
import {
  addShops,
  aPersonWithPhone,
  aPhone,
  auditOf,
  caseloadOf,
  clerk,
  contactFor,
  foundShopOffice,
  headOne,
  headTwo,
  marketHead,
  nowAs,
  officialName,
  pool,
} from '../support/shop-district'
import { aKey, as, autumnCell, foundDistrict, springCell } from '../support/small-district'

const autumn = { street: otherStreet, cell: autumnCell.id }
const spring = { street, cell: springCell.id }
const first = aShop('0001', spring)
const second = aShop('0002', spring)
const third = aShop('0003', spring)
const lonely = aShop('9001', { ...spring, name: '无人认领美发' })
let owner: Actor

beforeAll(async () => {
  await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), [first, second, third])
  await addShops(pool, [lonely])
  const phone = aPhone()
  owner = await aPersonWithPhone('owner', phone)
  await contactFor(first, phone)
  yes(await answerOffer({ shop: first.id, yes: true, key: aKey() }, as(owner)))
})

describe('one shop', () => {
  it('is there for its owner, head, cell, street, the licensing desk and command, and for nobody else', async () => {
    for (const actor of [owner, headOne, gridWorker, streetOfficer, clerk, command])
      expect(yes(await read({ id: first.id }, await nowAs(actor))).name).toBe(first.name)
    for (const actor of [headTwo, marketHead, otherGridWorker, reporter, handler, otherCommand])
      expect(await read({ id: first.id }, as(actor))).toEqual({ ok: false, code: 'not-found' })
    expect(await read({ id: asId('shop-none') }, as(command))).toEqual({ ok: false, code: 'not-found' })
  })

  it('names its head by the roster, and shows people only to whom they matter', async () => {
    const seen = async (actor: Actor) => yes(await read({ id: first.id }, await nowAs(actor)))
    const [forHead, forOwner, forClerk, forGrid] = [
      await seen(headOne),
      await seen(owner),
      await seen(clerk),
      await seen(gridWorker),
    ]
    expect(forHead.head).toEqual({ person: headOne.id, name: officialName(headOne) })
    expect(forHead.contact).toMatchObject({
      name: '邹**',
      phone: expect.stringMatching(/^139\*{4}\d{4}$/) as string,
    })
    expect(forOwner.contact).toBeNull()
    expect(forHead.owners).toEqual([{ person: owner.id, name: expect.any(String) as string, as: 'owner' }])
    expect(forOwner.owners).toEqual(forHead.owners)
    expect([forClerk.owners, forGrid.owners]).toEqual([[], []])
    expect(forClerk.contact).not.toBeNull()
    expect(forGrid.contact).toBeNull()
  })

  it('offers each reader what the table of permissions gives them', async () => {
    const may = async (actor: Actor) => yes(await read({ id: first.id }, await nowAs(actor))).may
    expect(await may(owner)).toEqual(['shop.staff', 'shop.code', 'agent.invite'])
    expect(await may(headOne)).toEqual(['shop.update', 'shop.staff', 'shop.code', 'shop.unmask'])
    expect(await may(clerk)).toEqual(['shop.unmask'])
    expect(await may(gridWorker)).toEqual([])
  })

  it('has no head while it waits in a pool', async () => {
    expect(yes(await read({ id: lonely.id }, as(command)))).toMatchObject({ head: null, caseload: pool })
    expect(await read({ id: lonely.id }, as(headOne))).toMatchObject({ code: 'not-found' })
  })
})

describe('the public board', () => {
  const visitor = { actor: null, openid: 'open-visitor', now: MONDAY }

  it('tells everybody the same: no phone, no owner, no member of staff by name', async () => {
    const staff = [
      {
        id: asId<'staffMember'>('m-1'),
        name: '柳如眉',
        certificate: { number: 'C-1', until: day('2027-01-01') },
      },
      {
        id: asId<'staffMember'>('m-2'),
        name: '柳如烟',
        certificate: { number: 'C-2', until: day('2026-01-01') },
      },
      { id: asId<'staffMember'>('m-3'), name: '柳如是', certificate: null },
    ]
    const shop = third
    yes(await setStaff({ id: shop.id, version: 1, staff }, as(headOne)))
    const board = yes(await readPublic({ code: shop.code }, visitor))
    expect(board).toMatchObject({
      name: shop.name,
      certificates: { staff: 3, valid: 1, soonest: '2027-01-01' },
      headName: officialName(headOne),
      claim: 'none',
    })
    expect(JSON.stringify(board)).not.toMatch(/柳如|C-1|139\d|version|owner/)
    expect(yes(await readPublic({ code: shop.code }, as(otherCommand)))).toEqual(board)
  })

  it('tells its owner that the shop is held, and nobody by a code that no shop has', async () => {
    expect(yes(await readPublic({ code: first.code }, await nowAs(owner))).claim).toBe('held')
    expect(await readPublic({ code: asId('code-none') }, visitor)).toMatchObject({ code: 'not-found' })
  })
})

const named = (words: string): Input<'shop.list'> => ({
  ...{ street: null, cell: null, trade: null, cursor: null },
  scope: 'district',
  words,
})

const factsOf = ({
  name,
  trade,
  size,
  address,
  street: ofStreet,
  cell: ofCell,
  point,
  state,
  licences,
}: Shop) => ({ name, trade, size, address, street: ofStreet, cell: ofCell, point, state, licences })

describe('changing a shop', () => {
  const fresh = async (name: string, where = pool) => {
    const shop = aShop(name, spring)
    await addShops(where, [shop])
    return shop
  }

  it('the head and command may, the owner and strangers may not', async () => {
    const shop = await fresh('u1', caseloadOf(headOne))
    const facts = { ...factsOf(shop), name: '新招牌理发' }
    for (const actor of [owner, headTwo, gridWorker, otherCommand])
      expect(await update({ id: shop.id, version: 1, facts }, await nowAs(actor))).toEqual({
        ok: false,
        code: 'not-found',
      })
    expect(yes(await update({ id: shop.id, version: 1, facts }, as(headOne)))).toEqual({ version: 2 })
    expect(await auditOf(`shops/${shop.id}`)).toMatchObject([
      { what: 'shop.changed', by: headOne.id, detail: { facts: 'name' } },
    ])
    expect(yes(await list(named('新招牌'), as(command))).rows).toHaveLength(1)
  })

  it('the same facts twice are one change, and an old version is stale', async () => {
    const shop = await fresh('u2')
    const facts = { ...factsOf(shop), state: 'paused' } as const
    const sent = { id: shop.id, version: 1, facts }
    expect(yes(await update(sent, as(command))).version).toBe(2)
    expect(await update(sent, as(command))).toMatchObject({ code: 'stale' })
    expect(yes(await update({ ...sent, version: 2 }, as(command))).version).toBe(2)
    expect(await auditOf(`shops/${shop.id}`)).toHaveLength(1)
  })

  it('two at once: one wins, the other is told it is stale', async () => {
    const shop = await fresh('u3')
    const answers = await Promise.all(
      ['甲乙理发', '丙丁理发'].map((name) =>
        update({ id: shop.id, version: 1, facts: { ...factsOf(shop), name } }, as(command)),
      ),
    )
    expect(answers.map((answer) => (answer.ok ? 'won' : answer.code)).sort()).toEqual(['stale', 'won'])
  })

  it('refuses places and trades that are not here', async () => {
    const shop = await fresh('u4')
    const change = (facts: object) =>
      update({ id: shop.id, version: 1, facts: { ...factsOf(shop), ...facts } }, as(command))
    expect(await change({ cell: autumnCell.id })).toMatchObject({ code: 'unknown-cell' })
    expect(await change({ trade: asId('trade-none') })).toMatchObject({ code: 'unknown-trade' })
    expect(await change({ point: { lng: 1, lat: 1 } })).toMatchObject({ code: 'outside-district' })
    expect(await change({ name: ' ' })).toMatchObject({ code: 'name-missing' })
  })

  it('a shop that nobody has moves to the pool of its new cell; one that a head has stays with the head', async () => {
    const waiting = await fresh('u5')
    const headed = await fresh('u6', caseloadOf(headOne))
    for (const shop of [waiting, headed])
      yes(await update({ id: shop.id, version: 1, facts: { ...factsOf(shop), ...autumn } }, as(command)))
    expect((await findCaseloadOfShop(waiting.id))?.id).toBe(`pool-${autumnCell.id}`)
    expect((await findCaseloadOfShop(headed.id))?.id).toBe(caseloadOf(headOne))
    const { data } = await db.collection('caseloads').where({ shops: waiting.id }).get()
    expect(data).toHaveLength(1)
  })
})

describe('the staff of a shop', () => {
  it('its owner, its head and command may write it, and the log says how many, not who', async () => {
    const staff = [{ id: asId<'staffMember'>('m-1'), name: ' 阮小楼 ', certificate: null }]
    expect(await setStaff({ id: first.id, version: 1, staff }, as(gridWorker))).toMatchObject({
      code: 'not-found',
    })
    expect(await setStaff({ id: second.id, version: 1, staff }, await nowAs(owner))).toMatchObject({
      code: 'not-found',
    })
    expect(yes(await setStaff({ id: first.id, version: 1, staff }, await nowAs(owner))).version).toBe(2)
    expect(await setStaff({ id: first.id, version: 1, staff: [] }, as(headOne))).toMatchObject({
      code: 'stale',
    })
    expect((await findShop(db, district, first.id))?.staff[0]?.name).toBe('阮小楼')
    const lines = (await auditOf(`shops/${first.id}`)).filter(({ what }) => what === 'shop.staffed')
    expect(lines).toMatchObject([{ detail: { staff: 1 } }])
    expect(JSON.stringify(lines)).not.toContain('阮')
    expect(yes(await read({ id: first.id }, as(gridWorker))).staff[0]?.name).toBe('阮**')
  })
})

describe('a hidden phone', () => {
  it('is shown for a reason alone, and who looked and why is in the log', async () => {
    expect(await unmask({ id: first.id, why: ' x ' }, as(headOne))).toMatchObject({ code: 'reason-missing' })
    const before = (await auditOf(`shops/${first.id}`)).length
    expect(yes(await unmask({ id: first.id, why: '核对执照' }, as(headOne))).phone).toMatch(/^139\d{8}$/)
    const lines = await auditOf(`shops/${first.id}`)
    expect(lines).toHaveLength(before + 1)
    expect(lines.find(({ what }) => what === 'field.unmasked')).toMatchObject({
      by: headOne.id,
      why: '核对执照',
    })
  })

  it('owners, grid workers and other heads get none, and a shop without a contact hides nothing', async () => {
    for (const actor of [owner, gridWorker, headTwo])
      expect(await unmask({ id: first.id, why: '想知道' }, await nowAs(actor))).toMatchObject({
        code: 'not-found',
      })
    expect(await unmask({ id: second.id, why: '核对执照' }, as(clerk))).toMatchObject({
      code: 'nothing-hidden',
    })
  })
})
