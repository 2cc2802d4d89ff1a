import { withdraw } from '../../cloudfunctions/use-cases/article/publish'
import { aShop } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { issues, owning } from '../support/an-article'
import { command, stranger } from '../support/builders'
import { addShops, caseloadOf, foundShopOffice, headOne, nowAs } from '../support/shop-district'
import { sent } from '../support/circulars'
import { foundDistrict } from '../support/small-district'
import { closePages, openPage } from '../support/weapp/open-page'

const shop = aShop('shared')
const article = (id: string) => `/packages/library/article/index?id=${id}`
const board = `/packages/shop/public/index?code=${shop.code}`

beforeAll(async () => {
  await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), [shop])
}, 60_000)

afterEach(closePages)

describe('转发 in WeChat’s menu', () => {
  it('of an article sends its title, and a link to its newest edition', async () => {
    const { id } = await issues(command, '毛巾怎么消毒')
    const owner = await owning('sharing-owner', shop)
    const engine = await openPage(owner, `${article(id)}&edition=1`, '毛巾怎么消毒')
    expect(engine.shared).toEqual({ title: '毛巾怎么消毒', path: article(id) })
    expect(engine.errors).toEqual([])
  })

  it('of an article that was withdrawn, or that is not this reader’s, leads home', async () => {
    const issued = await issues(command, '已经过时的做法')
    const home = { title: '店长通', path: '/pages/home/index' }
    const closed = await openPage(stranger, article(issued.id), '没有找到这一篇')
    expect(closed.text).toContain('没有找到这一篇')
    expect(closed.shared).toEqual(home)
    yes(await withdraw({ id: issued.id, version: issued.version }, await nowAs(command)))
    const gone = await openPage(headOne, article(issued.id), '这一篇已撤下')
    expect(gone.text).toContain('这一篇已撤下')
    expect(gone.shared).toEqual(home)
  })

  it('of a shop’s board sends the shop’s name, and a link that everybody may open', async () => {
    const engine = await openPage(stranger, board, shop.name)
    expect(engine.shared).toEqual({ title: `${shop.name} · 店铺公示`, path: board })
    expect(engine.errors).toEqual([])
  })

  it('of a notice sends its title to whom it is for; to anybody else there is nothing to send on', async () => {
    const id = await sent({ title: '毛巾一客一换' })
    const path = `/packages/channel/circular/index?id=${id}`
    const head = await openPage(headOne, path, '对照看看自己的店')
    expect(head.shared).toEqual({ title: '【须确认】毛巾一客一换', path })
    const other = await openPage(stranger, path, '这一页不由您办理')
    expect(other.text).toContain('这一页不由您办理')
    expect(other.shared).toEqual({ title: '店长通', path: '/pages/home/index' })
  })

  it.each([
    ['a shop as its people see it', `/packages/shop/detail/index?id=${shop.id}`, shop.name],
    ['a report', '/packages/report/detail/index?id=nothing', '没有找到'],
    ['the visits', '/packages/care/visits/index', '路线'],
    ['the reports', '/packages/report/list/index?scope=mine', '反映'],
  ])('is not there for %s', async (_what, url, sign) => {
    const engine = await openPage(headOne, url, sign)
    expect(engine.shared).toBe(null)
  })
})
