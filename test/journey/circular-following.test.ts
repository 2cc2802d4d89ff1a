import type { CircularView } from '#domain/contract/circular'
import type { ChannelRow } from '#domain/contract/channel'
import { lineOf, startJourney, wordsOf } from '../support/journey'

jest.setTimeout(180_000)

const { phoneOf, call, troubles } = startJourney()

const [owner, head, resident] = ['local-owner-5', 'local-head-1', 'local-resident-1']
const notYours = /这一页不由您办理/
const form = '/packages/channel/circular-form/index'
const shopsOf = (id: string) => `/packages/channel/circular-shops/index?id=${id}`
const title = '毛巾一客一换'

/** Sent to the group of both, for every shop. */
const sent = async (): Promise<string> => {
  const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(head, 'channel.list', {})
  const group = rows.find(({ standing, kind }) => kind === 'store' && standing === 'head')
  if (!group) throw new Error('no group')
  const { ids } = await call<{ readonly ids: readonly string[] }>(head, 'circular.send', {
    to: { kind: 'groups', caseloads: [group.id.replace(/^store-/, '')] },
    ...{
      title,
      words: '请今天看一遍。',
      items: [],
      key: `key-${String(Math.random()).slice(2).padEnd(16, '0')}`,
    },
    aim: { trades: [], streets: [], without: [] },
  })
  return ids[0] ?? ''
}

it('an answer is seen on the head’s open page, and the owner’s notice is done with', async () => {
  const id = await sent()
  const [reader, watcher] = await Promise.all([phoneOf(owner), phoneOf(head)])
  await watcher.open(shopsOf(id))
  await watcher.see(/提醒没确认的 \d+ 家/).waitFor()
  const { known, asked } = await call<CircularView>(owner, 'circular.read', { id })
  expect(asked.filter((shop) => !shop.known)).toHaveLength(1)
  await watcher.see(new RegExp(`已知晓 ${String(known)}／`)).waitFor()
  await reader.open('/pages/messages/index')
  await reader.page.getByRole('link', { name: `【须确认】店长发了通知：${title}，未读` }).tap()
  await reader.tap('我知道了')
  await reader.see('店里已经确认，店长看得到。').waitFor()
  await watcher.page
    .getByText(new RegExp(`已知晓 ${String(known + 1)}／`))
    .first()
    .waitFor({ timeout: 25_000 })
  await watcher.see(new RegExp(`^已知晓 ${String(known + 1)}$`)).waitFor()
  await reader.page.goBack()
  await reader.page.getByRole('link', { name: `【已确认】店长发了通知：${title}`, exact: true }).waitFor()
})

it('whoever may not do it sees nothing but that', async () => {
  const id = await sent()
  for (const who of [owner, resident]) {
    const phone = await phoneOf(who)
    await phone.open(form)
    await phone.see(notYours).waitFor()
    await phone.see('回首页').waitFor()
    expect([await lineOf(phone, '标题').count(), await wordsOf(phone).count()]).toEqual([0, 0])
  }
  const phone = await phoneOf(owner)
  await phone.open(shopsOf(id))
  await phone.see(notYours).waitFor()
  for (const word of [/提醒/, '导出名单', '结束']) expect(await phone.see(word).count()).toBe(0)
  const other = await phoneOf(resident)
  await other.open('/packages/library/list/index')
  await other.see(notYours).waitFor()
  expect(await lineOf(other, '搜指南').count()).toBe(0)
  const writer = await phoneOf(head)
  await writer.open(form)
  await lineOf(writer, '标题').waitFor()
})

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})
