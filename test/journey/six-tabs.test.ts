import type { Browser, Page, WebSocket } from 'playwright-core'

import { launchBrowser } from '../support/browser'
import { aPhone } from '../support/phone'
import { startProductProcess } from '../support/product-process'

jest.setTimeout(180_000)

const TABS = 6
const CALLS = 5

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

interface Tab {
  readonly page: Page
  readonly sockets: readonly WebSocket[]
  readonly pushed: readonly string[]
}

/** Watches a page's live connection from the outside. */
const tabOf = (page: Page): Tab => {
  const sockets: WebSocket[] = []
  const pushed: string[] = []
  page.on('websocket', (socket) => {
    if (!socket.url().endsWith('/live')) return
    sockets.push(socket)
    socket.on('framereceived', ({ payload }) => pushed.push(String(payload)))
  })
  return { page, sockets, pushed }
}

const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** A browser opens six connections to one origin: live ones must not be among them. */
const callsOf = ({ page }: Tab) =>
  page.evaluate(async (count) => {
    const call = async () => {
      const response = await fetch('/call/api', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-local-openid': sessionStorage.getItem('local-openid') ?? '',
        },
        body: JSON.stringify({ endpoint: 'session.open', input: {} }),
      })
      return (await response.json()) as { result?: { reply?: { kind?: string } } }
    }
    const answers = await Promise.all(Array.from({ length: count }, call))
    return answers.map(({ result }) => result?.reply?.kind)
  }, CALLS)

it('answers every call of six live tabs of one browser, and tells all six of a change', async () => {
  const phone = await aPhone(browser, product.url, 'local-grid-c-001')
  const pages = [phone.page]
  while (pages.length < TABS) pages.push(await phone.page.context().newPage())
  const tabs = pages.map(tabOf)
  await Promise.all(pages.map((page) => page.goto(`${product.url}/#/pages/messages/index`)))
  await until(() => tabs.every(({ pushed }) => pushed.some((text) => text.includes('"init"'))))

  expect((await Promise.all(tabs.map(callsOf))).flat()).toEqual(Array(TABS * CALLS).fill('ok'))
  expect(tabs.map(({ sockets }) => sockets.filter((socket) => !socket.isClosed()).length)).toEqual(
    Array(TABS).fill(1),
  )

  const place = { cell: 'c-001', spot: '', point: null }
  const input = {
    key: 'six-tabs-of-one-browser',
    words: '六个页面',
    category: null,
    ticket: null,
    files: [],
    place,
  }
  await fetch(`${product.url}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': 'local-resident-1' },
    body: JSON.stringify({ endpoint: 'report.submit', input }),
  })
  await until(() => tabs.every(({ pushed }) => pushed.some((text) => text.includes('"next"'))))
  for (const page of pages) await page.getByText('六个页面').filter({ visible: true }).first().waitFor()
})
