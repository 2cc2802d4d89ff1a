import jsQR from 'jsqr'
import { PNG } from 'pngjs'

import { startJourney, verifyPhone } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(180_000)

const { url, phoneOf, call, troubles } = startJourney()

interface Rows {
  readonly rows: readonly { readonly id: string; readonly name: string }[]
}

const everyShop = { street: null, cell: null, trade: null, words: '', cursor: null }
const reportWords = '路口的井盖翘起来了，夜里看不见。'

const things = { report: '', shop: '', shopName: '', code: '', article: '' }

beforeAll(async () => {
  const place = { cell: 'c-001', spot: '', point: null }
  const report = { words: reportWords, category: null, ticket: null, files: [], place }
  const key = 'a-report-behind-a-link'
  things.report = (await call<{ id: string }>('local-resident-1', 'report.submit', { ...report, key })).id
  const sought = { words: '毛巾 分色', trade: null, topic: null, cursor: null }
  things.article = (await call<Rows>('local-owner-5', 'article.list', sought)).rows[0]?.id ?? ''
  const [shop] = (await call<Rows>('local-owner-5', 'shop.list', { ...everyShop, scope: 'mine' })).rows
  things.shop = shop?.id ?? ''
  things.shopName = shop?.name ?? ''
  const { url: at } = await call<{ url: string }>('local-command-1', 'shop.code', { id: things.shop })
  const picture = PNG.sync.read(Buffer.from(await (await fetch(new URL(at, url()))).arrayBuffer()))
  const found = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
  things.code = /(?:scene|code)=([0-9a-f]+)/.exec(found?.data ?? '')?.[1] ?? ''
})

const report = () => `/packages/report/detail/index?id=${things.report}`
const shop = () => `/packages/shop/detail/index?id=${things.shop}`
const edit = () => `/packages/shop/edit/index?id=${things.shop}`
const code = () => `/packages/shop/code/index?id=${things.shop}`
const article = () => `/packages/library/article/index?id=${things.article}`
const claims = () => '/packages/shop/claims/index'
const inbox = () => '/pages/messages/index'
const accounts = () => '/packages/account/data/index'
const board = () => `/packages/shop/public/index?scene=${encodeURIComponent(things.code)}`

const agree = async (phone: Phone) => {
  await phone.see('使用前请看一下').waitFor()
  await phone.tap('同意并继续')
}
const home = async (phone: Phone) => {
  await phone.tap('回首页')
  await phone.see('拍照反映').waitFor()
}
const openedAt = ({ page }: Phone) => new URL(page.url()).hash

describe('a link opened by somebody who has not agreed yet', () => {
  it.each([
    ['a report', report, /没有找到这件事/],
    ['a shop', shop, /不由您看/],
    ['a shop’s form', edit, /不由您管/],
    ['an article', article, /没有找到这一篇/],
    ['the claims', claims, '您还没有认领店铺。'],
    ['the inbox', inbox, /还没有消息/],
    ['one’s own data', accounts, '同意记录'],
  ])('to %s asks first, and after agreeing is that very page', async (what, path, sign) => {
    const phone = await phoneOf(`visitor-link-${what.replace(/\W/g, '')}`)
    await phone.open(path())
    const before = openedAt(phone)
    await agree(phone)
    await phone.see(sign).waitFor()
    expect(openedAt(phone)).toBe(before)
  })

  it('at the code of a shop’s door reads the board at once; its owner agrees and is still before that shop', async () => {
    const phone = await phoneOf('visitor-link-board')
    await phone.open(board())
    await phone.see(things.shopName).waitFor()
    await phone.tap('这是我的店')
    await agree(phone)
    await phone.see('先验证手机号').waitFor()
    await phone.see(things.shopName).waitFor()
  })

  it('at a code that is torn is told so, and led on', async () => {
    const phone = await phoneOf('visitor-link-torn')
    for (const torn of ['%25', '%25E0%25A4%25A', '', 'no such code']) {
      await phone.open(`/packages/shop/public/index?scene=${torn}`)
      await phone.see(/没有找到这个码对应的店铺/).waitFor()
    }
    await phone.tap('回首页')
    await phone.see('使用前请看一下').waitFor()
  })
})

describe('a link opened by somebody to whom the thing is closed', () => {
  it.each([
    ['a report of somebody else', report, /没有找到这件事/],
    ['a shop of somebody else', shop, /不由您看/],
    ['the form of that shop', edit, /不由您管/],
    ['an article for owners', article, /没有找到这一篇/],
    ['the code of that shop', code, /不由您|没有找到/],
    ['the office', () => '/packages/office/menu/index', /由区指挥部办理/],
    ['the office’s log', () => '/packages/office/audit/index', /不由您办理/],
    ['half a link', () => '/packages/report/detail/index', /链接不完整/],
    ['half a link to a shop', () => '/packages/shop/detail/index?id=', /不由您看/],
  ])('to %s says so, and leads home', async (_what, path, sign) => {
    const phone = await phoneOf('local-resident-6')
    await phone.open(path())
    await phone.see(sign).waitFor()
    await home(phone)
    await phone.leave()
  })
})

describe('a link opened by the right person', () => {
  it.each([
    ['their report', 'local-resident-1', report, reportWords],
    ['a report of their cell', 'local-grid-c-001', report, '不受理'],
    ['their shop', 'local-owner-5', shop, '从业人员'],
    ['a shop in their care', 'local-head-1', shop, '修改资料'],
    ['an article', 'local-owner-5', article, '每天这样做'],
    ['the claims', 'local-owner-5', claims, '已认领'],
    ['the board of their shop', 'local-owner-5', board, '您是这家店的人'],
  ])('to %s opens it', async (_what, openid, path, sign) => {
    const phone = await phoneOf(openid)
    await phone.open(path())
    await phone.see(sign).waitFor()
    await phone.leave()
  })

  it('in the inbox opens the thing it speaks of, and the way back is the inbox', async () => {
    const phone = await phoneOf('local-grid-c-001')
    await phone.open(inbox())
    await phone.see(new RegExp(reportWords.slice(0, 8))).tap()
    await phone.see('进展').waitFor()
    expect(openedAt(phone)).toContain(things.report)
    await phone.page.goBack()
    await phone.see(new RegExp(reportWords.slice(0, 8))).waitFor()
  })
})

it('a hidden tab does not rename the page in front when its own name changes with the role', async () => {
  const phone = await phoneOf('visitor-link-two-posts')
  const { guide } = await call<{ guide: { versions: object } }>('visitor-link-two-posts', 'session.open', {})
  await call('visitor-link-two-posts', 'session.agree', guide.versions)
  const { rows } = await call<{ rows: readonly { grant: { scope: object } }[] }>(
    'local-command-1',
    'role.list',
    { role: 'command', cursor: null },
  )
  for (const grant of [
    { role: 'grid', scope: { kind: 'cell', cell: 'c-002' } },
    { role: 'assessor', scope: rows[0]?.grant.scope },
  ])
    await call('local-command-1', 'role.grant', { phone: '19900990097', name: '陆思齐', grant })
  await phone.open('/pages/mine/index')
  await verifyPhone(phone, '19900990097')
  const choose = async (role: string) => {
    await phone.page.getByRole('radio', { name: role }).filter({ visible: true }).tap()
  }
  const tab = async (name: string) => {
    // A tap within the time of a page's transition is the same tap.
    await phone.page.waitForTimeout(700)
    await phone.page.getByRole('tab', { name }).filter({ visible: true }).tap()
  }
  const title = () => phone.page.locator('.taro-navigation-bar-title').textContent()
  await choose('网格员')
  await tab('办事')
  await phone.see('我要反映').waitFor()
  expect(await title()).toBe('办事')
  await tab('我的')
  await choose('第三方督查')
  await phone.page.getByRole('tab', { name: '随手拍' }).filter({ visible: true }).waitFor()
  expect(await title()).toBe('我的')
  await tab('随手拍')
  await phone.see('问题类型').waitFor()
  expect(await title()).toBe('随手拍')
})

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})

it('a next page that does not come says so, keeps what is there, and comes when asked again', async () => {
  const phone = await phoneOf('local-command-1')
  await phone.open('/packages/shop/list/index?scope=district')
  await phone.see('再看更多').or(phone.see('再看更早的')).first().waitFor()
  const links = phone.page.getByRole('link').filter({ visible: true })
  const before = await links.count()
  await phone.page.context().setOffline(true)
  await phone.see(/^再看更/).tap()
  await phone.see(/网络不通/).waitFor()
  expect(await links.count()).toBe(before)
  await phone.page.context().setOffline(false)
  await phone.tap('再试一次')
  await phone.see(/网络不通/).waitFor({ state: 'hidden' })
  await phone.page.waitForFunction((many) => document.querySelectorAll('[role=link]').length > many, before)
  expect(await links.count()).toBeGreaterThan(before)
})
