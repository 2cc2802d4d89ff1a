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

it('a held message opens its menu, and letting go taps nothing of what lies under the finger by then', async () => {
  const head = 'local-head-1'
  const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(head, 'channel.list', {})
  const group = rows.find(({ kind }) => kind === 'store')
  if (!group) throw new Error('no group')
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

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})
