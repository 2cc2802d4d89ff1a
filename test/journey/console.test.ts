import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type * as AxeCore from 'axe-core'
import type { Browser, Page } from 'playwright-core'

import { launchBrowser } from '../support/browser'
import { startTestCloud, type TestCloud } from '../support/local-cloud'

jest.setTimeout(120_000)

const axe = readFileSync(resolve(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')
const script = '<script>document.title = "run"</script><img src=x onerror="document.title = \'run\'">'
let cloud: TestCloud
let browser: Browser
let page: Page
const troubles: string[] = []

beforeAll(async () => {
  cloud = await startTestCloud(
    { indexes: { notes: [{ name: 'city', fields: ['city'] }], runs: [] } },
    'local',
  )
  const notes = cloud.cloud.database().collection('notes')
  for (let n = 0; n < 60; n++)
    await notes
      .doc(`note-${String(n).padStart(2, '0')}`)
      .set({ data: { city: n % 2 ? 'Suzhou' : 'Wuxi', words: script, at: new Date(Date.UTC(2026, 2, 1)) } })
  await cloud.cloud.uploadFile({ cloudPath: `shown/${'a'.repeat(80)}.txt`, fileContent: Buffer.from('x') })
  browser = await launchBrowser()
  page = await browser.newPage()
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

const seen = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor()
const open = async (hash: string) => {
  await page.goto(`${cloud.url}/console${hash}`)
  await page.locator('#time').filter({ hasText: /\d/ }).waitFor()
}

it('a call made by hand shows its result, and its row what it printed', async () => {
  await open('#functions')
  await page.getByRole('button', { name: 'echo', exact: true }).click()
  await page.getByLabel('Event (JSON)').fill('{"value": "from the console"}')
  await page.getByLabel('openid').fill('anna')
  await page.getByRole('button', { name: 'Call echo' }).click()
  await seen(/"openid": "anna"/)
  await page.locator('.row-head').first().click()
  await seen(/echo from the console/)
})

it('is led by keys alone, and reload and back find the same place', async () => {
  await open('')
  await page.keyboard.press('2')
  await seen('60')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await seen(/50 shown, examined 51 documents/)
  await page.keyboard.press('n')
  await seen(/^10 shown/)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await seen(/"_id": "note-51"/)
  await page.reload()
  await seen(/"_id": "note-51"/)
  await page.goBack()
  await page.goBack()
  await seen(/50 shown/)
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
})

it('finds documents by an index and shows markup in them as text', async () => {
  await open('#collections?collection=notes')
  await page.getByLabel('Find by').selectOption('city')
  await page.keyboard.press('/')
  await page.getByLabel('city', { exact: true }).fill('Suzhou')
  await page.keyboard.press('Enter')
  await seen(/30 shown, examined 30 documents, 30 keys/)
  await page.locator('.row-head').first().click()
  await seen(/Date, 2026-03-01 08:00:00 in Shanghai/)
  expect(await page.locator('pre.json').innerText()).toContain(JSON.stringify(script))
  expect(await page.locator('main script, main img').count()).toBe(0)
  expect(await page.title()).toBe('Collections · Local cloud')
})

it('runs a timer and shows what came of it', async () => {
  await open('#timers')
  await page.getByRole('button', { name: 'Run now: jobs/hourly' }).click()
  await seen(/"TriggerName": "hourly"/)
})

it('lists what was sent, also what WeChat refused', async () => {
  const message = { touser: 'anna', templateId: 'task', data: { thing1: { value: 'Sweep the stairs' } } }
  await expect(cloud.cloud.openapi.subscribeMessage.send(message)).rejects.toThrow('43101')
  await open('#sent')
  await seen(/^43101/)
  await page.locator('.row-head').first().click()
  await seen(/"value": "Sweep the stairs"/)
})

it('moves the clock to the next working morning and back', async () => {
  await open('#clock')
  await page.getByRole('button', { name: /working morning/ }).click()
  await page
    .locator('dd.large')
    .filter({ hasText: / 09:00:0/ })
    .waitFor()
  expect(new Date(cloud.local.now()).getUTCHours()).toBe(1)
  await page.getByRole('button', { name: /real time/ }).click()
  await page.locator('dd').filter({ hasText: 'none' }).waitFor()
})

const sections = ['functions?function=echo', 'collections', 'collections?collection=notes', 'files'].concat([
  'timers',
  'sent',
  'clock',
  'costs',
])
it.each([
  [390, 'light'],
  [1280, 'dark'],
] as const)(
  'at %i px, %s: axe finds nothing serious, nothing is wider than the page',
  async (width, scheme) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: scheme })
    for (const section of sections) {
      await open(`#${section}`)
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { axe: engine } = window as unknown as { axe: Pick<typeof AxeCore, 'run'> }
        const { violations } = await engine.run()
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
      })
      expect(found).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  },
)

it('says that the cloud does not answer and recovers; nothing went wrong unseen', async () => {
  await open('#collections')
  await seen('notes')
  expect(troubles).toEqual([])
  await page.route('**/debug/**', (route) => route.abort())
  await seen('The local cloud does not answer; trying again.')
  await page.unroute('**/debug/**')
  await page.locator('#trouble').waitFor({ state: 'hidden' })
})
