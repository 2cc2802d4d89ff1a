import { connectTo } from '../../tools/connect'
import { aShop } from '../support/a-shop'
import { command } from '../support/builders'
import { aHeld } from '../support/claims'
import { addShops, caseloadOf, foundShopOffice, headOne, officialName } from '../support/shop-district'
import { cloudUrl } from '../support/small-district'
import { closePages, firstScreenBudget, openPage, sentBy, tapBudget } from '../support/weapp/open-page'

/** As many as a head of the seeded district has. */
const shops = Array.from({ length: 134 }, (_, at) => aShop(`weapp-${String(at)}`))
const shop = shops[0]?.id ?? ''

beforeAll(async () => {
  connectTo(cloudUrl(), 'local')
  await foundShopOffice()
  await addShops(caseloadOf(headOne), shops)
}, 30_000)

afterEach(closePages)

describe('what an office page and a shop page send to WeChat’s view', () => {
  it.each([
    ['/pages/home/index', headOne, '我的店铺 134 家'],
    ['/pages/home/index', command, '区指挥部管理'],
    ['/packages/office/caseloads/index', command, officialName(headOne)],
    [`/packages/office/move/index?id=${caseloadOf(headOne)}`, command, '134 家'],
    ['/packages/shop/list/index?scope=caseload', headOne, '美丽人生理发店weapp-'],
    [`/packages/shop/detail/index?id=${shop}`, headOne, '美丽人生理发店weapp-0'],
  ] as const)('the first screen of %s is at most 30 KB', async (url, actor, sign) => {
    const engine = await openPage(actor, url, sign)
    expect(engine.text).toContain(sign)
    expect(engine.errors).toEqual([])
    expect(sentBy(engine)).toBeLessThanOrEqual(firstScreenBudget)
  })

  it.each([
    [`/packages/office/move/index?id=${caseloadOf(headOne)}`, command, '街道', '迎春街道 · 134 家'],
    [`/packages/shop/detail/index?id=${shop}`, headOne, '加一个人', '从业人员'],
  ] as const)('a tap on a button of %s is answered with at most 2 KB', async (url, actor, word, answer) => {
    const engine = await openPage(actor, url, word)
    const cost = await engine.cost(() => {
      engine.tap(word)
    })
    expect(engine.errors).toEqual([])
    expect(engine.text).toContain(answer)
    expect(cost).toBeGreaterThan(0)
    expect(cost).toBeLessThanOrEqual(tapBudget)
  })
})

// Last: it gives head one a shop more.
it('the first screen of an owner’s home is at most 30 KB', async () => {
  const held = await aHeld()
  const engine = await openPage(held.person, '/pages/home/index', held.shop.name)
  expect(engine.text).toContain(held.shop.name)
  expect(engine.text).not.toContain('重试')
  expect(engine.errors).toEqual([])
  expect(sentBy(engine)).toBeLessThanOrEqual(firstScreenBudget)
})
