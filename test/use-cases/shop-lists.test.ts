import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import type { ShopRow } from '#domain/contract/shop'
import type { Shop } from '#domain/shop'

import { list } from '../../cloudfunctions/use-cases/shop/list'
import { overview } from '../../cloudfunctions/use-cases/shop/overview'
import { answerOffer } from '../../cloudfunctions/use-cases/claim/answer'
import { aShop, food, hair, inn } from '../support/a-shop'
import { yes } from '../support/a-submission'
import {
  aGrant,
  anActor,
  cell,
  command,
  gridWorker,
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
  caseloadOf,
  clerk,
  contactFor,
  foundShopOffice,
  headOne,
  headTwo,
  marketHead,
  nowAs,
  pool,
} from '../support/shop-district'
import {
  addPeople,
  aKey,
  as,
  autumnCell,
  cloudUrl,
  foundDistrict,
  springCell,
} from '../support/small-district'

const autumn = { street: otherStreet, cell: autumnCell.id }
const spring = { street, cell: springCell.id }
const numbered = (at: number) => String(at).padStart(4, '0')

/** Sixty in spring with head one, alternating hair and inn; thirty eating places in autumn with the market's head. */
const springShops = Array.from({ length: 60 }, (_, at) =>
  aShop(numbered(at), {
    ...spring,
    trade: at % 2 === 0 ? hair : inn,
    name: at % 2 === 0 ? `青丝理发${numbered(at)}` : `归人旅店${numbered(at)}`,
    address: `迎春路${String(at)}号`,
  }),
)
const autumnShops = Array.from({ length: 30 }, (_, at) =>
  aShop(numbered(100 + at), {
    ...autumn,
    trade: food,
    name: `半亩食堂${numbered(100 + at)}`,
    address: `秋实街${String(at)}号`,
  }),
)
const [first] = springShops as readonly Shop[] as [Shop]
const lonely = aShop('9001', { ...spring, name: '无人认领美发' })
let env = ''
let owner: Actor
const twoPosts = anActor(
  'two-posts',
  aGrant('grid', { kind: 'cell', cell }),
  aGrant('street', { kind: 'street', street: otherStreet }),
)

beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
  await addPeople([twoPosts])
  await addShops(caseloadOf(headOne), springShops)
  await addShops(caseloadOf(marketHead), autumnShops)
  await addShops(pool, [lonely])
  const phone = aPhone()
  owner = await aPersonWithPhone('owner', phone)
  await contactFor(first, phone)
  yes(await answerOffer({ shop: first.id, yes: true, key: aKey() }, as(owner)))
})

type ListInput = Input<'shop.list'>
const everything: ListInput = {
  scope: 'district',
  street: null,
  cell: null,
  trade: null,
  words: '',
  cursor: null,
}

const walk = async (actor: Actor, input: Partial<ListInput>): Promise<readonly (readonly ShopRow[])[]> => {
  const call = await nowAs(actor)
  const pages: (readonly ShopRow[])[] = []
  for (let cursor: string | null = null; ;) {
    const page: { rows: readonly ShopRow[]; next: string | null } = yes(
      await list({ ...everything, ...input, cursor }, call),
    )
    pages.push(page.rows)
    if (page.next === null) return pages
    cursor = page.next
  }
}
const idsOf = async (actor: Actor, input: Partial<ListInput>) =>
  (await walk(actor, input)).flat().map(({ id }) => id)
const idsWhere = (holds: (shop: Shop) => boolean) =>
  [...springShops, ...autumnShops, lonely].filter(holds).map(({ id }) => id)

const examined = async (): Promise<number> => {
  const answer = await fetch(`${cloudUrl()}/debug/counters?env=${env}`)
  const { collections } = (await answer.json()) as {
    collections: readonly { env: string; collection: string; documents: number }[]
  }
  return collections.find((one) => one.env === env && one.collection === 'shops')?.documents ?? Number.NaN
}

it('a seat in a caseload without a head’s role brings none of its shops', async () => {
  const former = { ...headOne, grants: [aGrant('clerk')] }
  expect(yes(await list({ ...everything, scope: 'caseload' }, as(former))).rows).toEqual([])
  expect(yes(await overview({}, as(former)))).toMatchObject({ shops: 0, attention: 0 })
  expect(yes(await list({ ...everything, scope: 'caseload' }, as(headOne))).rows.length).toBeGreaterThan(0)
})

describe('the list of shops', () => {
  it('shows command and the licensing desk every shop once, page by page, by number', async () => {
    const pages = await walk(command, {})
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 20, 20, 11])
    expect(pages.flat().map(({ id }) => id)).toEqual(idsWhere(() => true))
    expect(await idsOf(clerk, {})).toEqual(idsWhere(() => true))
  })

  it('shows a street or a cell its own part, and whoever holds both each shop once', async () => {
    expect(await idsOf(streetOfficer, {})).toEqual(idsWhere((shop) => shop.street === street))
    expect(await idsOf(otherGridWorker, {})).toEqual(idsWhere((shop) => shop.cell === autumnCell.id))
    expect([...(await idsOf(twoPosts, {}))].sort()).toEqual([...idsWhere(() => true)].sort())
    expect(await idsOf(streetOfficer, { street: otherStreet })).toEqual([])
    expect(await idsOf(gridWorker, { cell: autumnCell.id })).toEqual([])
    expect(await idsOf(gridWorker, { street })).toEqual(idsWhere((shop) => shop.cell === cell))
    expect(await idsOf(streetOfficer, { cell: springCell.id })).toEqual(
      idsWhere((shop) => shop.street === street),
    )
    expect(await idsOf(streetOfficer, { cell: springCell.id, street: otherStreet })).toEqual([])
  })

  it('shows nobody another district, and an owner nothing of this one', async () => {
    expect(await idsOf(otherCommand, {})).toEqual([])
    expect(await idsOf(otherCommand, { street })).toEqual([])
    expect(await idsOf(owner, {})).toEqual([])
    expect(await idsOf(owner, { scope: 'mine' })).toEqual([first.id])
    expect(await idsOf(reporter, { scope: 'mine' })).toEqual([])
  })

  it('shows a head the own caseload in pages', async () => {
    const pages = await walk(headOne, { scope: 'caseload' })
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 20])
    expect(pages.flat().map(({ id }) => id)).toEqual(springShops.map(({ id }) => id))
    expect(await idsOf(headTwo, { scope: 'caseload' })).toEqual([])
    expect(await idsOf(headOne, { scope: 'caseload', trade: inn })).toEqual(
      idsWhere((shop) => shop.trade === inn),
    )
    expect(await idsOf(headOne, { scope: 'caseload', words: '迎春路7号' })).toEqual([springShops[7]?.id])
  })

  it('goes on after a shop that has left the caseload between two pages', async () => {
    const call = as(headOne)
    const page = yes(await list({ ...everything, scope: 'caseload' }, call))
    const [, id] = (page.next ?? '').split('|')
    const gone = page.next?.replace(id ?? '', 'shop-gone') ?? null
    const next = yes(await list({ ...everything, scope: 'caseload', cursor: gone }, call))
    expect(next.rows[0]?.id).toBe(springShops[19]?.id)
  })

  it.each([
    ['two characters of a name', '青丝', (shop: Shop) => shop.name.includes('青丝')],
    ['a whole name', '归人旅店0007', (shop: Shop) => shop.name === '归人旅店0007'],
    ['a number, full-width', 'Ｎ０１０３', (shop: Shop) => shop.number === 'N0103'],
    ['an address', '秋实街3号', (shop: Shop) => shop.address === '秋实街3号'],
    ['two words', '旅店 迎春路9号', (shop: Shop) => shop.name === '归人旅店0009'],
    ['pairs that are there but apart', '丝旅', () => false],
    ['one character alone', '青', () => false],
    ['what nobody has', '琉璃厂', () => false],
  ])('finds by %s', async (_what, words, holds) => {
    expect(await idsOf(command, { words })).toEqual(idsWhere(holds))
  })

  it('narrows by words and trade and place together', async () => {
    expect(await idsOf(command, { words: '迎春路', trade: inn, street })).toEqual(
      idsWhere((shop) => shop.trade === inn),
    )
    expect(await idsOf(command, { words: '迎春路', trade: food })).toEqual([])
    expect(await idsOf(gridWorker, { words: '旅店', trade: inn, cell })).toEqual(
      idsWhere((shop) => shop.trade === inn),
    )
  })

  it('starts at the beginning with a cursor that is none of ours', async () => {
    expect(yes(await list({ ...everything, cursor: 'x~y' }, as(command))).rows).toHaveLength(20)
  })

  it.each([
    [command, {}],
    [command, { street }],
    [command, { cell }],
    [command, { trade: inn }],
    [command, { trade: inn, street }],
    [command, { trade: inn, cell }],
    [command, { words: '旅店' }],
    [command, { words: '旅店', street }],
    [command, { words: '归人旅店0007' }],
    [streetOfficer, {}],
    [gridWorker, {}],
    [otherGridWorker, { words: '食堂' }],
    [headOne, { scope: 'caseload' }],
  ] as const)('%# examines about what it returns', async (actor, input) => {
    const before = await examined()
    await list({ ...everything, ...input }, as(actor))
    // One page and the row that tells of the next; each pair of a long word may show its own first page.
    const pairs = 'words' in input ? Math.min(4, Math.max(1, input.words.length - 1)) : 1
    expect((await examined()) - before).toBeLessThanOrEqual(21 * pairs)
  })
})
