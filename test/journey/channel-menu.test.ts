import type { ChannelRow } from '#domain/contract/channel'

import { startJourney } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(120_000)

const { phoneOf, call, troubles } = startJourney()

/** long enough for a tap to have done what it does, milliseconds */
const settled = 700

/** A finger that lies on these words until this is there, and is taken away: soon enough for the browser to call it a tap. */
const hold = async ({ page, see }: Phone, words: string, sign: string) => {
  const box = await page.getByText(words, { exact: true }).filter({ visible: true }).last().boundingBox()
  if (!box) throw new Error(`nothing says ${words}`)
  const finger = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await see(sign).waitFor()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

const head = 'local-head-1'
const groupOf = async (): Promise<ChannelRow> => {
  const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(head, 'channel.list', {})
  const group = rows.find(({ kind }) => kind === 'store')
  if (!group) throw new Error('no group')
  return group
}

it('a held message opens its menu, and letting go taps nothing of what lies under the finger by then', async () => {
  const group = await groupOf()
  const words = '洗过的毛巾分开放'
  await call('local-owner-3', 'channel.post', {
    ...{ channel: group.id, key: 'channel-menu-00000001', quote: null, mentions: [] },
    ...{ asks: false, shop: null, body: { kind: 'text', words } },
  })
  const phone = await phoneOf(head)
  await phone.open(`/packages/channel/chat/index?id=${group.id}`)
  await phone.see(words).waitFor()
  await hold(phone, words, '回复时带上这条')
  await phone.page.waitForTimeout(settled)
  expect(await phone.see('回复时带上这条').count()).toBe(1)
  expect(await phone.see(/隐藏后大家看不到/).count()).toBe(0)
  await phone.tap('引用')
  await phone.see(/引用 .*洗过的毛巾/).waitFor()
})

it('a second tap on 「发送」 opens nothing that has come to stand in its place, and sends nothing twice', async () => {
  const group = await groupOf()
  const phone = await phoneOf(head)
  await phone.open(`/packages/channel/chat/index?id=${group.id}`)
  await phone.page.getByLabel('写消息').fill('今晚降温，关好门窗')
  const box = await phone.see('发送').boundingBox()
  if (!box) throw new Error('nothing to tap')
  for (let times = 0; times < 2; times += 1) await phone.page.touchscreen.tap(box.x + 10, box.y + 10)
  await phone.see('今晚降温，关好门窗').waitFor()
  await phone.page.waitForTimeout(settled)
  expect(await phone.see('拍照／相册').count()).toBe(0)
  expect(await phone.page.getByText('今晚降温，关好门窗', { exact: true }).count()).toBe(1)
  await phone.tap('添加')
  await phone.see('拍照／相册').waitFor()
})

it('a message that a link leads to stays in view though the browser puts the list in anew, at its top', async () => {
  const { id, latest } = await groupOf()
  const phone = await phoneOf(head)
  const seq = (latest?.seq ?? 0) - 12
  await phone.open(`/packages/channel/chat/index?id=${id}&seq=${String(seq)}`)
  const list = phone.page.locator('[role=log]')
  await list.waitFor()
  await list.evaluate((one) => {
    const { parentElement, nextSibling } = one
    one.remove()
    parentElement?.insertBefore(one, nextSibling)
  })
  const sought = phone.page.locator(`[id$="-m${String(seq)}"]`)
  await phone.page.waitForTimeout(3_000)
  const [view, found] = [await list.boundingBox(), await sought.boundingBox()]
  expect((found?.y ?? 0) - (view?.y ?? 0)).toBeGreaterThanOrEqual(0)
  expect((found?.y ?? 0) - (view?.y ?? 0)).toBeLessThan(view?.height ?? 0)
})

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})
