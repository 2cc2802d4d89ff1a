import type { ChannelRow, Opened } from '#domain/contract/channel'
import { startJourney } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(240_000)

const { phoneOf, call, overlook, troubles } = startJourney()

const [one, two, head] = ['local-owner-5', 'local-owner-6', 'local-head-1']

const groupOf = async (who: string): Promise<string> => {
  const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(who, 'channel.list', {})
  const group = rows.find(({ kind }) => kind === 'store')
  if (!group) throw new Error('no group')
  return group.id
}
const enter = async (phone: Phone, channel: string) => {
  await phone.open(`/packages/channel/chat/index?id=${channel}`)
  await phone.page.locator('textarea').waitFor()
}
const say = async ({ page, tap }: Phone, words: string) => {
  await page.locator('textarea').fill(words)
  await tap('发送')
}
/** The numbered words that stand in the list, from top to bottom. */
const numbersOn = async ({ page }: Phone): Promise<readonly string[]> => {
  const text = await page.getByRole('log').innerText()
  return text.match(/第\d+句/g) ?? []
}
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const until = async (holds: () => Promise<boolean>, what: string) => {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return
    await wait(500)
  }
  throw new Error(`never: ${what}`)
}

/** The same phone, its page closed and opened again where it was. */
const reopened = async (phone: Phone): Promise<Phone> => {
  const context = phone.page.context()
  const where = phone.page.url()
  await phone.page.close()
  await context.setOffline(false)
  const page = await context.newPage()
  await page.goto(where)
  const see = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first()
  return { ...phone, page, see, tap: (words) => see(words).tap() }
}

/** How long one of them has no network, milliseconds. */
const outage = 60_000

describe('a group of owners and their head, three people, three browsers', () => {
  const said = ['第1句', '第2句', '第3句', '第4句', '第5句', '第6句', '第7句', '第8句', '第9句']

  it('shows everybody the same messages once, in the same order, whatever the network does', async () => {
    const channel = await groupOf(one)
    const before = await call<Opened>(head, 'channel.open', { channel, at: null })
    const [first, second, third] = await Promise.all([phoneOf(one), phoneOf(two), phoneOf(head)])
    await Promise.all([first, second, third].map((phone) => enter(phone, channel)))
    const shows = (phone: Phone, numbers: readonly string[]) =>
      until(
        async () => (await numbersOn(phone)).join() === numbers.join(),
        `${numbers.join()} on ${phone === first ? 'the first' : 'another'} phone`,
      )

    await say(first, '第1句')
    await third.see('第1句').waitFor()
    await say(third, '第2句')
    await Promise.all([first, second].map((phone) => phone.see('第2句').waitFor()))

    // One loses the network for a minute, writes on, and tries in vain to send again.
    await first.page.context().setOffline(true)
    const minute = wait(outage)
    await say(first, '第8句')
    await first.see('没有发出，点一下重发').waitFor()
    await first.tap('没有发出，点一下重发')
    await say(first, '第9句')

    // One is closed after writing without a network, and opened again: the phone is the same.
    await second.page.context().setOffline(true)
    await say(second, '第5句')
    await second.see('没有发出，点一下重发').waitFor()

    await say(third, '第3句')
    await say(third, '第4句')
    await shows(third, said.slice(0, 4))
    // In the store before the other comes back: the order is the store's.
    await until(async () => (await third.page.getByText('正在发送').count()) === 0, 'sent')

    const again = await reopened(second)
    await third.see('第5句').waitFor()
    await say(third, '第6句')
    await again.see('第6句').waitFor()

    // The talk goes on to the end of the minute, and the first has heard nothing of it.
    await minute
    await say(again, '第7句')
    await third.see('第7句').waitFor()
    await shows(first, ['第1句', '第2句', '第8句', '第9句'])
    await first.page.context().setOffline(false)
    for (const phone of [first, again, third]) await shows(phone, said)

    const { last, messages } = await call<Opened>(head, 'channel.open', { channel, at: null })
    const stored = messages.filter(({ seq }) => seq > before.last)
    expect(stored.map(({ body }) => body?.kind === 'text' && body.words)).toEqual(said)
    expect(last - before.last).toBe(said.length)
    overlook(first)
    overlook(second)
  })

  it('follows what comes new at its end, one block after the other', async () => {
    const channel = await groupOf(one)
    const reader = await phoneOf(one)
    await enter(reader, channel)
    await reader.see('第9句').waitFor()
    for (let at = 11; at <= 30; at += 1)
      await call(head, 'channel.post', {
        ...{
          channel,
          key: `journey-channel-${String(at)}`,
          quote: null,
          mentions: [],
          asks: false,
          shop: null,
        },
        body: { kind: 'text', words: `第${String(at)}句` },
      })
    // Two blocks are mounted at the least: eleven messages, wherever the second begins.
    const wanted = Array.from({ length: 11 }, (_, at) => `第${String(at + 20)}句`).join()
    await until(async () => (await numbersOn(reader)).slice(-11).join() === wanted, wanted)
    await reader.page.getByText('第30句', { exact: true }).last().waitFor()
    expect(await reader.page.getByLabel('回到最新消息').count()).toBe(0)
  })

  it('tells how many are unread, and forgets it once they were seen', async () => {
    const channel = await groupOf(one)
    const reader = await phoneOf('local-owner-4')
    await enter(reader, channel)
    await reader.see('第30句').waitFor()
    await reader.page.close()
    await wait(1_500)
    const phone = await phoneOf('local-owner-3')
    await phone.open('/pages/messages/index')
    await phone.see(/第30句/).waitFor()
    const asker = await phoneOf(head)
    await enter(asker, channel)
    await say(asker, '第31句')
    await phone.see(/第31句/).waitFor({ timeout: 30_000 })
    await phone.page
      .getByLabel(/店长群，\d+ 条未读/)
      .first()
      .waitFor()
    await phone.see(/第31句/).tap()
    await phone.see(/第31句/).waitFor()
    await until(async () => {
      const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(
        'local-owner-3',
        'channel.list',
        {},
      )
      return rows.every(({ id, unread }) => id !== channel || unread === 0)
    }, 'all read')
  })

  it('takes a message back: its author may write it anew, the others see that it is gone', async () => {
    const channel = await groupOf(one)
    const [author, reader] = await Promise.all([phoneOf(one), phoneOf(head)])
    await Promise.all([enter(author, channel), enter(reader, channel)])
    await say(author, '说错的一句')
    await reader.see('说错的一句').waitFor()
    await until(async () => (await author.page.getByText('正在发送').count()) === 0, 'sent')
    await author.page.getByLabel('更多：您的这条消息').last().focus()
    await author.page.keyboard.press('Enter')
    await author.tap('撤回')
    await author.see('您撤回了一条消息').waitFor()
    await reader.see(/撤回了一条消息/).waitFor()
    await author.tap('重新编辑')
    expect(await author.page.locator('textarea').inputValue()).toBe('说错的一句')
  })

  it('puts a question into the queue, and an answer takes it out', async () => {
    const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(two, 'channel.list', {})
    const desk = rows.find(({ kind }) => kind === 'desk')
    if (!desk) throw new Error('no desk')
    const waiting = await call<{ readonly rows: readonly { readonly id: string }[] }>(head, 'question.list', {
      cursor: null,
    })
    for (const { id } of waiting.rows) await call(head, 'question.settle', { id, how: 'phone' })
    const [asker, answerer] = await Promise.all([phoneOf(two), phoneOf(head)])
    await enter(asker, desk.id)
    await say(asker, '消毒记录本去哪里领？')
    await answerer.open('/packages/channel/questions/index')
    await answerer.see('消毒记录本去哪里领？').waitFor()
    await answerer.tap('去回复')
    await answerer.page.locator('textarea').filter({ visible: true }).last().fill('明天给您带去。')
    await answerer.tap('发送')
    await asker.see('明天给您带去。').waitFor()
    const left = await call<{ readonly rows: readonly unknown[] }>(head, 'question.list', { cursor: null })
    expect(left.rows).toEqual([])
  })

  it('leaves no trouble on any console', () => {
    expect(troubles()).toEqual([])
  })
})
