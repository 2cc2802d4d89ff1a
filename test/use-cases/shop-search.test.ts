import { list } from '../../cloudfunctions/use-cases/shop/list'
import { aShop, food, hair } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command } from '../support/builders'
import { addShops, caseloadOf, foundShopOffice, headOne } from '../support/shop-district'
import { as, cloudUrl, foundDistrict } from '../support/small-district'

/** Many of one name, and among the last of them the few that are wanted. */
const many = 450
const shops = Array.from({ length: many }, (_, at) =>
  aShop(String(at).padStart(4, '0'), {
    name: '同名同姓理发',
    address: '',
    trade: at >= many - 3 ? food : hair,
  }),
)
let env = ''
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), shops)
})

const examined = async (): Promise<number> => {
  const answer = await fetch(`${cloudUrl()}/debug/counters?env=${env}`)
  const { collections } = (await answer.json()) as {
    collections: readonly { env: string; collection: string; documents: number }[]
  }
  return collections.find((one) => one.env === env && one.collection === 'shops')?.documents ?? 0
}

const search = {
  ...{ street: null, cell: null, words: '同名同姓', trade: food },
  scope: 'district',
} as const

describe('a search that finds little among much', () => {
  it('ends after a while, says where to go on, and in the end has found everything', async () => {
    const found: string[] = []
    const pages: number[] = []
    for (let cursor: string | null = null; ;) {
      const before = await examined()
      const page: { rows: readonly { id: string }[]; next: string | null } = yes(
        await list({ ...search, cursor }, as(command)),
      )
      // The pairs' first pages, and the walk.
      expect((await examined()) - before).toBeLessThanOrEqual(3 * 21 + 210)
      found.push(...page.rows.map(({ id }) => id))
      pages.push(page.rows.length)
      if (page.next === null) break
      cursor = page.next
    }
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]).toBe(0)
    expect(found).toEqual(shops.slice(-3).map(({ id }) => id))
  })
})
