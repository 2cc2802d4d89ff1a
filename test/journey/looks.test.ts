import type { Browser } from 'playwright-core'

import { allSights, routesOfTheApp, titleOf } from '../support/all-pages'
import { launchBrowser } from '../support/browser'
import { layoutTroubles } from '../support/layout-troubles'
import { aLooker, screens, shiftedCold } from '../support/look'
import { lookOver, regular } from '../support/look-over'
import { startProductProcess } from '../support/product-process'
import { importChecked, liveALittle, type Things } from '../support/seeded-life'
import type { Person, Sight } from '../support/sight'

jest.setTimeout(180_000)

let product: Awaited<ReturnType<typeof startProductProcess>>
let browser: Browser
let things: Things
/** what is wrong with each page, by its title */
const found = new Map<string, readonly string[]>()
/** how far each route jumps when it is the first that a phone opens; and why, where it never came up */
const cold = new Map<string, number | string>()

/** One person's pages, one after the other in one tab that is never loaded again. */
const lookWith = async (person: Person): Promise<void> => {
  const looker = await aLooker(browser, product.url, person)
  const { page, troubles } = looker.phone
  for (const sight of allSights.filter((one) => one.person === person)) {
    if (sight.route === 'packages/office/import/index') await importChecked(product.url, things.importing)
    const before = troubles.length
    try {
      await looker.open(sight, things)
    } catch (error) {
      found.set(titleOf(sight), [String(error)])
      continue
    }
    const wrong = await lookOver(looker, sight)
    found.set(titleOf(sight), [...wrong, ...troubles.slice(before).map((trouble) => `console ${trouble}`)])
  }
  await page.context().close()
}

const pagesOf = (person: Person) => allSights.filter((one) => one.person === person).length
/** those with most pages first */
const everybody = [...new Set(allSights.map(({ person }) => person))].sort((a, b) => pagesOf(b) - pagesOf(a))

/** The first sight of each route. */
const firstOf = new Map([...allSights].reverse().map((sight) => [sight.route, sight]))

const openCold = async (sight: Sight): Promise<void> => {
  const shifted = await shiftedCold(browser, product.url, sight, things).catch(String)
  cold.set(sight.route, shifted)
}

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProductProcess(), launchBrowser()])
  things = await liveALittle(product.url)
  const waiting = [...everybody]
  const unopened = [...firstOf.values()]
  // Two phones at once: while one is measured the other draws.
  const look = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await lookWith(next)
    for (let next = unopened.shift(); next !== undefined; next = unopened.shift()) await openCold(next)
  }
  await Promise.all([look(), look()])
  // A minute on a machine of its own; others may be at work.
}, 480_000)
afterAll(async () => {
  await Promise.all([browser.close(), product.stop()])
})

it('looks at every route of app.config', async () => {
  const routes = await routesOfTheApp()
  const seen = new Set(allSights.map(({ route }) => route))
  expect(routes.filter((route) => !seen.has(route))).toEqual([])
  expect([...seen].filter((route) => !routes.includes(route))).toEqual([])
})

it('calls no two sights the same', () => {
  const titles = allSights.map(titleOf)
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
})

it('does not jump when a phone opens it first of all, nothing kept from before', () => {
  expect(cold.size).toBe(firstOf.size)
  // where people begin to notice
  expect([...cold].filter(([, shifted]) => typeof shifted === 'string' || shifted >= 0.1)).toEqual([])
})

it.each(allSights.map((sight): [string, Sight] => [titleOf(sight), sight]))(
  '%s: nothing cut, over another, too small, too pale or jumping; in elder mode without a reload; text grows to 200 %',
  (title) => {
    expect(found.get(title)).toEqual([])
  },
)

it.each([
  ['cut', 'text cut', '<div style="overflow:hidden;height:10px"><p>写得很长的一句话</p></div>'],
  ['wider than its box', 'text wider', '<p style="width:40px;white-space:nowrap">写得很长的一句话</p>'],
  ['over other text', 'text over text', '<p>第一句</p><p style="margin-top:-30px">第二句</p>'],
  ['too small to read', 'small type 10', '<p style="font-size:10px">写得很小</p>'],
  ['too small to tap', 'small target 30', '<p role="button" style="width:30px;height:48px">好</p>'],
  [
    'over another target',
    'target over target',
    '<p role="button" style="height:60px">好</p><p role="link" style="height:60px;margin-top:-30px"></p>',
  ],
  ['scrolled sideways', 'scrolls sideways', '<div style="width:2000px;height:9px"></div>'],
  [
    'left under the foot',
    'never out from under the foot',
    '<p>最后一句</p><div style="position:fixed;inset:auto 0 0;height:60px;top:500px"></div>',
  ],
])('sees what is %s', async (_what, told, html) => {
  const page = await browser.newPage({ viewport: screens[0] })
  const style = 'height:560px;overflow:auto;font:16px/1.5 sans-serif'
  const fill = told.includes('foot') ? '<div style="height:480px"></div>' : ''
  await page.setContent(`<div class="taro_page" style="${style}">${fill}${html}</div>`)
  const troubles = await page.evaluate(layoutTroubles, regular)
  expect(troubles.filter((trouble) => trouble.startsWith(told))).not.toEqual([])
  await page.close()
})

it('「长辈版」 on 我的 re-lays what the same person has open, without a reload', async () => {
  const { phone, open } = await aLooker(browser, product.url, 'owner')
  const [mine] = allSights.filter(({ route, person }) => route === 'pages/mine/index' && person === 'owner')
  if (!mine) throw new Error('no such page')
  await open(mine, things)
  const another = await phone.page.context().newPage()
  await another.goto(`${product.url}/#/pages/home/index`)
  await another.getByText('首页').filter({ visible: true }).first().waitFor()
  await another.evaluate(() => Object.assign(window, { stayed: true }))
  const bodyType = () =>
    another.evaluate(() => {
      const screen = document.querySelector('[class*=screen]')
      const [body, root] = [screen, document.documentElement].map((one) =>
        one === null ? 0 : Number.parseFloat(getComputedStyle(one).fontSize),
      )
      return (body ?? 0) / (root ?? 1)
    })
  const before = await bodyType()
  await phone.page.bringToFront()
  await phone.page.getByRole('switch', { name: '长辈版' }).tap()
  await phone.page.getByText('已打开').waitFor()
  await another.waitForFunction(() => document.documentElement.classList.contains('elder-frame'))
  expect((await bodyType()) / before).toBeCloseTo(20 / 15)
  expect(await another.evaluate(() => 'stayed' in window)).toBe(true)
  await phone.page.getByRole('switch', { name: '长辈版' }).tap()
  await phone.page.getByText('已关闭').waitFor()
})
