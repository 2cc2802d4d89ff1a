import { db } from '../../cloudfunctions/cloud/database'
import { yes } from '../support/a-submission'
import { aHeld } from '../support/claims'
import { caseloadOf, foundShopOffice, headOne } from '../support/shop-district'
import { foundDistrict } from '../support/small-district'
import { groupOf, say } from '../support/talk'
import { closePages, firstScreenBudget, openPage, sentBy, tapBudget } from '../support/weapp/open-page'

const group = groupOf(caseloadOf(headOne))
const url = `/packages/channel/chat/index?id=${group}`
const many = 1_000
const words = '长住客至少一周一换，换洗要登记，记录放在前台抽屉里'

/** A group in which much has been said: one message as it was posted, and the same under every later number. */
const fillGroup = async () => {
  yes(await say(headOne, group, words))
  const { data } = await db.collection('messages').where({ channel: group, seq: 1 }).get()
  const [first] = data
  if (!first) throw new Error('no message')
  for (let from = 2; from <= many; from += 200)
    await db.collection('messages').add({
      data: Array.from({ length: Math.min(200, many - from + 1) }, (_, at) => {
        const seq = from + at
        return { ...first, _id: `${group}:${String(seq)}`, seq, key: `many-${String(seq)}`, owing: false }
      }),
    })
  await db
    .collection('channels')
    .doc(group)
    .update({ data: { last: many } })
}

const shownIn = (text: string, words: string): number => text.split(words).length - 1

beforeAll(async () => {
  await foundDistrict()
  await foundShopOffice()
  await fillGroup()
}, 60_000)

afterEach(closePages)

describe('what a group of a thousand messages sends to WeChat’s view', () => {
  it('at its opening at most 30 KB', async () => {
    const engine = await openPage(headOne, url, words)
    expect(engine.errors).toEqual([])
    expect(engine.text).toContain(words)
    expect(sentBy(engine)).toBeLessThanOrEqual(firstScreenBudget)
  })

  it('for each message that comes in at most 2 KB, block for block', async () => {
    const { person } = await aHeld()
    const engine = await openPage(headOne, url, words)
    await engine.settle(300)
    const costs: number[] = []
    for (let at = 1; at <= 12; at += 1) {
      const said = `第${String(at)}位业户：${words}`
      const seq = yes(await say(person, group, said)).seq ?? 0
      const before = engine.setData.length
      engine.rise(seq)
      for (let tries = 0; tries < 40 && shownIn(engine.text, said) < 2; tries += 1) await engine.settle()
      await engine.settle(300)
      // In the list, and for whoever hears the page.
      expect(shownIn(engine.text, said)).toBe(2)
      costs.push(engine.setData.slice(before).reduce((sum, { bytes }) => sum + bytes, 0))
    }
    expect(engine.errors).toEqual([])
    expect(Math.max(...costs)).toBeLessThanOrEqual(tapBudget)
  }, 60_000)
})

describe('what a head sends from the phone', () => {
  it.each([
    ['a file', '文件'],
    ['a picture', '拍照／相册'],
  ])('%s goes out from where WeChat keeps it over a restart', async (_what, button) => {
    const engine = await openPage(headOne, url, words)
    engine.tap('添加')
    await engine.settle()
    engine.tap(button)
    for (let tries = 0; tries < 40 && !engine.calls.some(({ name }) => name === 'upload'); tries += 1)
      await engine.settle()
    const uploaded = engine.calls.filter(({ name }) => name === 'upload').map(({ data }) => data)
    expect(uploaded).toEqual([expect.stringContaining('wxfile://store/')])
    expect(engine.errors).toEqual([])
  })
})
