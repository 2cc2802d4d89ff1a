import { createHash } from 'node:crypto'

import { makeClaim, type Claim } from '#domain/claim'
import type { Caseload } from '#domain/caseload'
import { dayOf, type Day } from '#domain/kernel/day'
import { asId, type Id } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'
import { communityOf } from '#domain/place'
import type { Licence, Shop, StaffMember } from '#domain/shop'
import type { Contact } from '../../cloudfunctions/store/shops'
import { cells, district } from './district'
import { phoneAt, type SeedPerson } from './people'
import type { Random } from './random'

const DAY = 86_400_000

/** The five small trades of the campaign, and three of food that another authority answers for. */
const kinds: readonly (readonly [trade: string, words: readonly string[], unit: number])[] = [
  ['小理发美容店', ['理发店', '美发沙龙', '美容院'], 5],
  ['小旅店', ['旅店', '客栈', '宾馆'], 20],
  ['小浴池', ['浴池', '洗浴'], 10],
  ['小歌舞厅', ['歌厅', '舞厅'], 8],
  ['小网吧', ['网吧', '网咖'], 40],
  ['小餐饮', ['小吃店', '面馆', '饺子馆'], 30],
  ['小作坊', ['豆腐坊', '糕点坊'], 0],
  ['食品摊贩', ['早点摊', '果蔬摊'], 0],
]
const food = 5

export const trades = kinds.map(([name], position) => ({
  id: asId<'trade'>(`t-${String(position + 1)}`),
  name,
  position,
}))

export const agencies = [
  { id: asId<'agency'>('a-health'), name: '卫生监督所', trades: trades.slice(0, food).map(({ id }) => id) },
  { id: asId<'agency'>('a-market'), name: '市场监管局', trades: trades.slice(food).map(({ id }) => id) },
].map((agency, position) => ({ ...agency, position }))

const firstWords = '美丽 如意 春风 阳光 幸福 好再来 老街 新时代 金桥 四季 吉祥 小河 红枫 云朵 百姓'.split(' ')
const secondWords = '人生 之家 小屋 阁 坊 居 园 轩 里 记'.split(' ')

interface Places {
  readonly random: Random
  readonly today: Day
  readonly now: number
}

const dayAfter = (now: number, days: number): Day => dayOf(asInstant(now + days * DAY))

const licencesOf = ({ random, now }: Places, at: number, isFood: boolean): readonly Licence[] => {
  const number = (prefix: string) => `${prefix}${String(21_010_000 + at)}`
  const business: Licence = { kind: 'business', number: number('92'), until: null }
  const fate = random.between(1, 10)
  if (fate === 1) return [business]
  const until = fate === 2 ? dayAfter(now, random.between(-200, -1)) : dayAfter(now, random.between(20, 1400))
  return [business, { kind: isFood ? 'food' : 'hygiene', number: number(isFood ? 'JY' : 'WS'), until }]
}

const staffOf = ({ random, now }: Places, at: number): readonly StaffMember[] =>
  Array.from({ length: random.between(1, 3) }, (_, position) => ({
    id: asId<'staffMember'>(`m-${String(at)}-${String(position)}`),
    name: `店员${String.fromCharCode(0x7532 + position)}`,
    certificate:
      random.between(1, 12) === 1
        ? null
        : {
            number: `JK${String(at)}${String(position)}`,
            until: dayAfter(
              now,
              random.between(1, 20) === 1 ? -random.between(1, 90) : random.between(31, 365),
            ),
          },
  }))

const makeShop = (places: Places, at: number, isFood: boolean): Shop => {
  const { random, now } = places
  const [kind, position] = isFood
    ? ([random.between(food, kinds.length - 1), at] as const)
    : ([random.between(0, food - 1), at] as const)
  const cell = cells[position % cells.length]
  const [trade, words, unit] = kinds[kind] ?? []
  if (!cell || trade === undefined || !words) throw new Error('the lists ran out')
  return {
    id: asId(
      createHash('sha256')
        .update(`shop ${String(at)}`)
        .digest('hex')
        .slice(0, 32),
    ),
    district: district.id,
    number: `QT${String(at + 1).padStart(5, '0')}`,
    code: asId(random.hex(24)),
    version: 1,
    name: `${random.pick(firstWords)}${random.pick(secondWords)}${random.pick(words)}`,
    trade: asId<'trade'>(`t-${String(kind + 1)}`),
    size: { area: random.between(12, 180), places: unit ? random.between(1, unit) : null },
    address: `${communityOf(cell).replace('社区', '')}小区${String(random.between(1, 40))}号门市`,
    street: cell.street,
    cell: cell.id,
    point: {
      lng: Number((cell.centre.lng + (random.next() - 0.5) * 0.01).toFixed(6)),
      lat: Number((cell.centre.lat + (random.next() - 0.5) * 0.01).toFixed(6)),
    },
    state: random.between(1, 40) === 1 ? 'paused' : 'open',
    licences: licencesOf(places, at, isFood),
    staff: staffOf(places, at),
    findings:
      random.between(1, 3) === 1
        ? {}
        : {
            facilities: {
              state: random.between(1, 6) === 1 ? 'attention' : 'good',
              at: asInstant(now - DAY * 40),
            },
            disinfection: {
              state: random.between(1, 5) === 1 ? 'attention' : 'good',
              at: asInstant(now - DAY * 40),
            },
            hygiene: {
              state: random.between(1, 5) === 1 ? 'attention' : 'good',
              at: asInstant(now - DAY * 40),
            },
          },
  }
}

export interface SeedShops {
  readonly shops: readonly Shop[]
  readonly contacts: readonly Contact[]
  readonly caseloads: readonly Caseload[]
  readonly claims: readonly Claim[]
}

/** 3,759 shops under the heads, as one of the campaign's reports counts them, and a few that nobody has yet. */
export const shopCounts = { assigned: 3759, unassigned: 41 } as const

const caseloadOf = (head: SeedPerson, shops: readonly Id<'shop'>[]): Caseload => ({
  id: asId(`head-${entryIdOf(head)}`),
  district: district.id,
  holder: { kind: 'head', head: { entry: entryIdOf(head), person: head.id }, deputy: null },
  shops,
  version: 1,
})

export const entryIdOf = ({ openid }: SeedPerson): Id<'rosterEntry'> =>
  asId(createHash('sha256').update(`entry ${openid}`).digest('hex').slice(0, 32))

/** Every owner holds the first shops of the first heads; of every other shop the register knows a phone. */
export const makeShops = (random: Random, people: readonly SeedPerson[], now: number): SeedShops => {
  const places: Places = { random, now, today: dayOf(asInstant(now)) }
  const heads = people.filter(({ grants }) => grants.some(({ role }) => role === 'head'))
  const owners = people.filter(({ openid }) => openid.startsWith('local-owner-'))
  const isMarket = (head: SeedPerson) => head.grants.some(({ agency }) => agency === 'a-market')
  const shops: Shop[] = []
  const caseloads: Caseload[] = []
  for (const [at, head] of heads.entries()) {
    const share =
      Math.floor(shopCounts.assigned / heads.length) + (at < shopCounts.assigned % heads.length ? 1 : 0)
    const own = Array.from({ length: share }, (_, position) =>
      makeShop(places, shops.length + position, isMarket(head)),
    )
    shops.push(...own)
    caseloads.push(
      caseloadOf(
        head,
        own.map(({ id }) => id),
      ),
    )
  }
  const assigned = shops.length
  for (let at = 0; at < shopCounts.unassigned; at += 1) shops.push(makeShop(places, assigned + at, false))
  for (const cell of cells) {
    const own = shops.slice(assigned).filter((shop) => shop.cell === cell.id)
    caseloads.push({
      id: asId(`pool-${cell.id}`),
      district: district.id,
      holder: { kind: 'pool', cell: cell.id },
      shops: own.map(({ id }) => id),
      version: 1,
    })
  }
  const claims = owners.map((owner, at) => claimOf(owner, shops[at], at, now))
  const contacts = shops.map(({ id }, at) => ({
    id,
    district: district.id,
    name: `业户${String(at + 1)}`,
    phone: owners[at]?.phone ?? phoneAt(20_000 + at),
  }))
  return { shops, contacts, caseloads, claims }
}

const claimOf = (owner: SeedPerson, shop: Shop | undefined, at: number, now: number): Claim => {
  if (!shop) throw new Error('more owners than shops')
  return makeClaim(
    {
      id: asId<'claim'>(`claim-${String(at)}`),
      shop: shop.id,
      as: 'owner',
      way: 'phone',
      photos: [],
      key: `seed-claim-${String(at)}`,
      body: '',
    },
    { actor: { id: owner.id, district: district.id, grants: [] }, now: asInstant(now - 30 * DAY) },
  )
}

/** What owners hold, by the claims above. */
export const ownerGrants = ({ claims }: SeedShops): ReadonlyMap<string, Id<'shop'>> =>
  new Map(claims.map(({ person, shop }) => [person, shop]))
