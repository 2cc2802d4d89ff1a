import type { Page, WebSocket } from 'playwright-core'

import { startJourney } from '../support/journey'

jest.setTimeout(180_000)

const TABS = 6
const CALLS = 5

const { url, phoneOf, call } = startJourney()

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
  const phone = await phoneOf('local-grid-c-001')
  const pages = [phone.page]
  while (pages.length < TABS) pages.push(await phone.page.context().newPage())
  const tabs = pages.map(tabOf)
  await Promise.all(pages.map((page) => page.goto(`${url()}/#/pages/messages/index`)))
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
  await call('local-resident-1', 'report.submit', input)
  await until(() => tabs.every(({ pushed }) => pushed.some((text) => text.includes('"next"'))))
  for (const page of pages) await page.getByText('六个页面').filter({ visible: true }).first().waitFor()
})
