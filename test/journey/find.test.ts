import type { Locator } from 'playwright-core'
import type { Author, ChannelRow, MessageView } from '#domain/contract/channel'
import { dayOf, startOf } from '#domain/kernel/day'
import { asInstant } from '#domain/kernel/instant'
import { lineOf, startJourney } from '../support/journey'
import { until } from '../support/content'
import type { Phone } from '../support/phone'

jest.setTimeout(180_000)

const { phoneOf, call, troubles } = startJourney()

const [owner, head] = ['local-owner-5', 'local-head-1']
const thisYear = Number(dayOf(asInstant(Date.now())).slice(0, 4))

const channelOf = async (who: string, wanted: ChannelRow['kind']): Promise<string> => {
  const { rows } = await call<{ readonly rows: readonly ChannelRow[] }>(who, 'channel.list', {})
  const found = rows.find(({ kind }) => kind === wanted)
  if (!found) throw new Error(`no ${wanted}`)
  return found.id
}
const say = (who: string, channel: string, words: string, key: string) =>
  call(who, 'channel.post', {
    ...{ channel, key: `journey-find-${key}`, quote: null, mentions: [], asks: false, shop: null },
    body: { kind: 'text', words },
  })
/** Everything that was said there, ascending, page by page. */
const allIn = async (who: string, channel: string): Promise<readonly MessageView[]> => {
  const all: MessageView[] = []
  for (;;) {
    const { messages } = await call<{ readonly messages: readonly MessageView[] }>(who, 'channel.page', {
      ...{ channel, after: all.at(-1)?.seq ?? 0 },
    })
    if (messages.length === 0) return all.filter(({ state }) => state === 'shown')
    all.push(...messages)
  }
}

const enter = async (phone: Phone, channel: string) => {
  await phone.open(`/packages/channel/find/index?id=${channel}`)
  await phone.tap('按人、按日期找')
  await phone.see('从哪一天').waitFor()
}
/** The lines that were found, each by who said it and when. */
const foundOn = ({ page }: Phone) => page.getByRole('link').filter({ visible: true })
const isFound = async (phone: Phone, many: number) => {
  await foundOn(phone)
    .nth(many - 1)
    .waitFor()
  expect(await foundOn(phone).count()).toBe(many)
}
const dropped = ({ page }: Phone, chosen: string | RegExp) =>
  page.getByLabel(chosen).filter({ visible: true })
const wheelOf = ({ page }: Phone) => page.locator('.weui-picker').filter({ visible: true })
/** How far below the wheel's middle a year stands; none as long as the wheel is still sliding up. */
const belowMiddle = async (phone: Phone, year: Locator) => {
  const [wheel, found] = [await wheelOf(phone).boundingBox(), await year.boundingBox()]
  const middle = await wheelOf(phone).locator('.weui-picker__indicator').first().boundingBox()
  const { height = 0 } = phone.page.viewportSize() ?? {}
  if (!wheel || !found || !middle || Math.abs(wheel.y + wheel.height - height) > 1) return undefined
  return found.y + found.height / 2 - (middle.y + middle.height / 2)
}
/** Turns the wheel to last year: taps it until it stands in the middle. */
const turnBack = async (phone: Phone) => {
  const year = wheelOf(phone).getByText(`${String(thisYear - 1)}年`)
  await until(async () => {
    const below = await belowMiddle(phone, year)
    const box = await year.boundingBox()
    if (below === undefined || !box) return false
    if (Math.abs(below) < 4) return true
    // A pane that takes the finger lies over it.
    await phone.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    await phone.page.waitForTimeout(400)
    return false
  })
}
/** Takes last year's day, or the one at which the wheel stands. */
const pickDay = async (phone: Phone, field: string, lastYear: boolean) => {
  await phone.tap(field)
  await phone.see('确定').waitFor()
  if (lastYear) await turnBack(phone)
  await phone.tap('确定')
  await wheelOf(phone).waitFor({ state: 'detached' })
}

describe('whoever looks for something in a channel', () => {
  let desk = ''
  beforeAll(async () => {
    desk = await channelOf(owner, 'desk')
    await say(owner, desk, '消毒柜的灯不亮了', 'owner')
    await say(head, desk, '消毒柜我明天来看', 'head')
  })

  it('narrows it to one’s own words or the head’s, sees that it is narrowed, and widens it with one tap', async () => {
    const phone = await phoneOf(owner)
    await enter(phone, desk)
    await phone.see(/写两个字以上/).waitFor()
    const all = await allIn(owner, desk)

    await phone.tap('谁说的')
    await phone.tap('我自己')
    await dropped(phone, '去掉：我说的').waitFor()
    await isFound(phone, all.filter(({ mine }) => mine).length)

    await lineOf(phone, '要找的文字').fill('消毒柜')
    await phone.tap('查找')
    await isFound(phone, 1)
    await phone.see('消毒柜的灯不亮了').waitFor()

    await phone.tap('谁说的')
    await phone.tap('店长')
    await phone.see('消毒柜我明天来看').waitFor()
    await isFound(phone, 1)

    await dropped(phone, /^去掉：/).tap()
    await isFound(phone, 2)
    expect(await dropped(phone, /^去掉：/).count()).toBe(0)
  })

  it('takes whole days, of which the first is never after the last', async () => {
    const phone = await phoneOf(owner)
    await enter(phone, desk)
    const all = await allIn(owner, desk)
    const today = all.filter(({ at }) => at >= startOf(dayOf(asInstant(Date.now()))))
    expect(today.length).toBeLessThan(all.length)

    await pickDay(phone, '从哪一天', false)
    await dropped(phone, /^去掉：.*起$/).waitFor()
    await isFound(phone, today.length)
    await pickDay(phone, '到哪一天', false)
    await dropped(phone, /^去掉：\d+月\d+日$/).waitFor()
    await isFound(phone, today.length)
    await dropped(phone, /^去掉：/).tap()
    await phone.see(/写两个字以上/).waitFor()

    await pickDay(phone, '到哪一天', true)
    await dropped(phone, new RegExp(`^去掉：到${String(thisYear - 1)}年`)).waitFor()
    await phone.see(/选的人和日期里没有找到/).waitFor()
    await phone.tap('从哪一天')
    await wheelOf(phone).waitFor()
    expect(
      await wheelOf(phone)
        .getByText(`${String(thisYear)}年`)
        .count(),
    ).toBe(0)
    await phone.tap('取消')
    await wheelOf(phone).waitFor({ state: 'detached' })
    await phone.tap('去掉条件')
    await phone.see(/写两个字以上/).waitFor()
  })

  it('is told why it can’t be read, and reads it at the next try', async () => {
    const phone = await phoneOf('local-head-2')
    await enter(phone, await channelOf('local-head-2', 'store'))
    await phone.page.context().setOffline(true)
    await phone.tap('谁说的')
    await phone.see(/网络不通/).waitFor()
    await phone.page.context().setOffline(false)
    await phone.tap('重试')
    await phone.page.getByLabel('按姓名或店名找', { exact: true }).waitFor()
  })
})

it('a head finds one owner of the group by name or shop, and all that this one said', async () => {
  const group = await channelOf(head, 'store')
  await say(owner, group, '毛巾消毒后晾在哪里', 'group')
  const { author } = (await allIn(head, group)).at(-1) as { readonly author: Author }
  const phone = await phoneOf(head)
  await enter(phone, group)
  await phone.tap('谁说的')
  const choices = phone.page.getByRole('radio').filter({ visible: true })
  await phone.see('我自己').waitFor()
  await lineOf(phone, '按姓名或店名找').fill(author.shopName ?? '')
  await phone.see(author.shopName ?? '').tap()
  await dropped(phone, `去掉：${author.name ?? ''}说的`).waitFor()
  await phone.see('毛巾消毒后晾在哪里').waitFor()
  const said = (await allIn(head, group)).filter((one) => one.author.id === author.id)
  await isFound(phone, said.length)
  expect(await choices.count()).toBe(0)
})

it('leaves no trouble on any console', () => {
  expect(troubles().filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})
