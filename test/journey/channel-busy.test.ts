import type { ChannelRow, Opened } from '#domain/contract/channel'

import { startJourney } from '../support/journey'
import { lengthenChannel, scrollToEdge, watchMounted } from '../support/long-channel'
import type { Phone } from '../support/phone'

jest.setTimeout(240_000)

const { url, phoneOf, call, troubles } = startJourney()

const reader = 'local-owner-5'
const speakers = ['local-head-1', 'local-owner-3', 'local-owner-4', 'local-owner-6']
/** milliseconds between two messages: a conversation that does not stop */
const pace = 600
const [steady, burst] = [25, 10]
const idle = 20_000

const groupOf = async (who: string): Promise<ChannelRow> => {
  const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(who, 'channel.list', {})
  const group = rows.find(({ kind }) => kind === 'store')
  if (!group) throw new Error('no group')
  return group
}
const enter = async (phone: Phone, channel: string) => {
  await phone.open(`/packages/channel/chat/index?id=${channel}`)
  await phone.page.locator('textarea').waitFor()
}
const say = async (at: number, channel: string) => {
  await call(speakers[at % speakers.length] ?? '', 'channel.post', {
    ...{ channel, key: `channel-busy-${String(at).padStart(8, '0')}`, quote: null, mentions: [] },
    ...{ asks: false, shop: null, body: { kind: 'text', words: `第${String(at)}句` } },
  })
}
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const until = async (holds: () => boolean | Promise<boolean>, what: string, seconds = 40) => {
  const end = performance.now() + seconds * 1_000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never: ${what}`)
    await wait(100)
  }
}
/** The numbered words that stand in the list. */
const numbersOn = async ({ page }: Phone): Promise<readonly string[]> =>
  (await page.getByRole('log').innerText()).match(/第\d+句/g) ?? []

/** The endpoints that a phone's pages ask from now on. */
const callsOf = ({ page }: Phone): readonly string[] => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/call/api') return
    asked.push((request.postDataJSON() as { readonly endpoint: string }).endpoint)
  })
  return asked
}

describe('a busy group, with one member who has it open', () => {
  let asked: readonly string[] = []
  let phone: Phone

  it('costs this member at most one call a message, and shows each once', async () => {
    const { id } = await groupOf(reader)
    for (const who of speakers) await call(who, 'session.open', {})
    phone = await phoneOf(reader)
    asked = callsOf(phone)
    await enter(phone, id)
    // Opened, followed, and what was unread is told of.
    await until(async () => (await groupOf(reader)).unread === 0, 'nothing unread')
    await phone.page.waitForLoadState('networkidle')

    const from = asked.length
    for (let at = 1; at <= steady; at += 1) {
      const line = phone.page.getByText(`第${String(at)}句`, { exact: true })
      await Promise.all([say(at, id), line.waitFor(), wait(pace)])
      expect(await line.count()).toBe(1)
    }
    const last = Array.from({ length: burst }, (_, at) => `第${String(steady + at + 1)}句`)
    await Promise.all(last.map((_, at) => say(steady + at + 1, id)))
    const newest = async () => (await numbersOn(phone)).slice(-burst)
    await until(async () => [...(await newest())].sort().join() === last.join(), last.join())

    const costs = asked.slice(from)
    expect(costs.length).toBeLessThanOrEqual(steady + burst)
    expect([...new Set(costs)]).toEqual(['channel.changes'])
    const numbers = await numbersOn(phone)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('says once how far was read when it has become quiet, and then asks nothing', async () => {
    const isRead = async () => (await groupOf(reader)).unread === 0
    const from = asked.length
    await until(isRead, 'read')
    expect(asked.slice(from).filter((endpoint) => endpoint === 'channel.read')).toHaveLength(1)

    // The clock does once more what follows from a message, its signal too.
    await fetch(`${url()}/timer/jobs/every-minute`, { method: 'POST' })
    await phone.page.waitForLoadState('networkidle')
    await wait(2_000)
    const settled = asked.length
    await wait(idle)
    expect(asked.slice(settled)).toEqual([])
  })

  it('says how far was read at once when the reader goes', async () => {
    const { id } = await groupOf(reader)
    await say(steady + burst + 1, id)
    await phone.see(`第${String(steady + burst + 1)}句`).waitFor()
    expect((await groupOf(reader)).unread).toBe(1)
    await phone.open('/pages/messages/index')
    await until(async () => (await groupOf(reader)).unread === 0, 'read', 10)
    await phone.page
      .getByLabel(/^店长群/)
      .first()
      .waitFor()
    await until(
      async () => (await phone.page.getByLabel(/店长群，\d+ 条未读/).count()) === 0,
      'nothing unread on screen',
    )
  })
})

describe('a group in which much has been said', () => {
  it('has at most sixty messages in the page, wherever its reader is, and shows each of them', async () => {
    const { id } = await groupOf(reader)
    const length = await lengthenChannel(url(), id, 300)
    const phone = await phoneOf('local-owner-6')
    await enter(phone, id)
    await phone.see(new RegExp(`^第${String(length)}条`)).waitFor()
    const mounted = await watchMounted(phone.page)
    await scrollToEdge(phone.page, -700)
    await scrollToEdge(phone.page, 1_300)
    expect(await mounted.shown()).toBe(length)
    expect(await mounted.most()).toBeLessThanOrEqual(60)
    expect(await mounted.most()).toBeGreaterThan(10)
    const { last } = await call<Opened>(reader, 'channel.open', { channel: id, at: null })
    expect(last).toBe(length)
  })

  it('leaves no trouble on any console', () => {
    expect(troubles()).toEqual([])
  })
})
