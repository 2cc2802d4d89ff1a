import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type * as AxeCore from 'axe-core'
import type { Browser } from 'playwright-core'

import { launchBrowser } from '../support/browser'
import { aPhone, type Phone } from '../support/phone'
import { startProductProcess } from '../support/product-process'

jest.setTimeout(180_000)

const axe = readFileSync(resolve(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')
let product: Awaited<ReturnType<typeof startProductProcess>>
let browser: Browser

beforeAll(async () => {
  product = await startProductProcess()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

/** What axe calls serious or critical on the page in front; the local bar is not part of the product. */
const seriousTroubles = async ({ page }: Phone): Promise<readonly string[]> => {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: Pick<typeof AxeCore, 'run'> }
    const { violations } = await engine.run({ exclude: ['aside'] }, { runOnly: ['wcag2a', 'wcag2aa'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

interface Shift extends PerformanceEntry {
  readonly value: number
}

/** How far things jumped while the page came up, as the browser sums it; 0.1 is where people begin to notice. */
const watchShifts = ({ page }: Phone) =>
  page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[])
        sessionStorage.setItem('shifts', String(Number(sessionStorage.getItem('shifts')) + entry.value))
    }).observe({ type: 'layout-shift', buffered: true })
  })
const shifted = ({ page }: Phone) => page.evaluate(() => Number(sessionStorage.getItem('shifts')))

/** Whatever can be tapped on the page in front and is smaller than a fingertip. */
const smallTargets = ({ page }: Phone, least: number) =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('[role=button], [role=link], [role=switch], [role=radio]')]
        .map((element) => ({ box: element.getBoundingClientRect(), words: element.textContent }))
        .filter(({ box }) => box.width > 0 && (box.height < wanted || box.width < wanted))
        .map(({ box, words }) => `${words}: ${String(box.width)}×${String(box.height)}`),
    least,
  )

const pages = [
  ['/pages/home/index', '拍照反映'],
  ['/pages/messages/index', '消息'],
  ['/pages/snap/index', '问题类型'],
  ['/pages/mine/index', '投诉建议'],
  ['/packages/report/list/index', '办理中'],
  ['/packages/account/data/index', '马上删除'],
  ['/packages/account/terms/index?term=privacy', '联系我们'],
  ['/packages/account/complain/index', '先选一项'],
  ['/packages/account/complaints/index', '投诉建议'],
] as const

describe.each(['local-resident-1', 'local-handler-p-03-1', 'local-command-1'])('for %s', (openid) => {
  it.each(pages)(
    '%s: axe finds nothing serious, every target is at least 44 px, nothing jumps',
    async (path, sign) => {
      const phone = await aPhone(browser, product.url, openid)
      await watchShifts(phone)
      await phone.open(path)
      await phone.see(new RegExp(sign)).waitFor()
      await phone.page.waitForLoadState('networkidle')
      expect(await seriousTroubles(phone)).toEqual([])
      expect(await smallTargets(phone, 44)).toEqual([])
      expect(phone.troubles).toEqual([])
      expect(await shifted(phone)).toBeLessThan(0.1)
      await phone.page.context().close()
    },
  )
})
