import { aPicture, choose, startJourney, wordsOf } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(180_000)

const { phoneOf, overlook, troubles } = startJourney()

const words = '楼下垃圾桶满了，味道很大。'
const picture = aPicture(7)

const openFromInbox = async (phone: Phone) => {
  await phone.open('/pages/messages/index')
  await phone.see(new RegExp(words.slice(0, 6))).tap()
  await phone.see('进展').waitFor()
}
const fillForm = async (phone: Phone) => {
  await phone.see('问题类型').waitFor()
  await wordsOf(phone).fill(words)
  await phone.tap('请选街道和社区')
  await phone.tap('确定')
}

/** Answers of this endpoint reach the phone a second and a half late. */
const late = ({ page }: Phone, endpoint: string) =>
  page.route('**/call/api', async (route) => {
    if (route.request().postData()?.includes(endpoint)) await new Promise((go) => setTimeout(go, 1_500))
    await route.continue()
  })

describe("a resident's report, three people, three browsers", () => {
  it('is sorted, fixed with a photo and confirmed; everyone sees each step without reloading', async () => {
    const resident = await phoneOf('local-resident-2')
    await resident.open('/pages/snap/index')
    await choose(resident, '拍照片', picture)
    await fillForm(resident)
    await resident.tap('提交')
    await resident.see('办件编号').waitFor()
    await resident.tap('看进度')
    await resident.see('进展').waitFor()

    const grid = await phoneOf('local-grid-c-001')
    await openFromInbox(grid)
    await grid.tap('分派')
    await grid.tap('暴露垃圾')
    await grid.tap('分派给处置部门')
    await resident.see(/派给/).waitFor()

    const handler = await phoneOf('local-handler-p-03-1')
    await openFromInbox(handler)
    await handler.tap('开始处理')
    await resident.see('开始处理').waitFor()
    await handler.tap('标记已处理')
    await choose(handler, '拍处理结果', picture)
    await handler.tap('标记已处理')
    await resident.see('解决了').waitFor()

    await resident.tap('解决了')
    await resident.tap('非常满意')
    await resident.tap('确认解决了并评价')
    await handler.see('确认解决了').waitFor()
  })

  it('keeps the draft without a network and sends it once the network is back', async () => {
    const resident = await phoneOf('local-resident-3')
    await resident.open('/pages/snap/index')
    await fillForm(resident)
    await resident.page.context().setOffline(true)
    await resident.tap('提交')
    await resident.see(/网络不通/).waitFor()
    await resident.page.context().setOffline(false)
    await resident.page.reload()
    expect(await wordsOf(resident).inputValue()).toBe(words)
    await resident.tap('提交')
    await resident.see('办件编号').waitFor()
    overlook(resident)
  })

  it('says what is missing in one sentence', async () => {
    const resident = await phoneOf('local-resident-4')
    await resident.open('/pages/snap/index')
    await resident.see('问题类型').waitFor()
    await resident.tap('提交')
    await resident.see(/还没有照片和文字/).waitFor()
  })

  it('a street is chosen once: home shows its figures, the list what kind and where, never what was written', async () => {
    const owner = await phoneOf('local-owner-5')
    await late(owner, 'district.read')
    await owner.open('/pages/home/index')
    await owner.tap('请选街道')
    await owner.tap('确定')
    await owner.see(/正在办 \d+ 件 · 近 30 天办结 \d+ 件/).waitFor()
    await owner.page.reload()
    await owner.tap('看全部')
    await owner.see('已办结').waitFor()
    await owner.tap('全部')
    await owner.see(words.slice(0, 4)).waitFor({ state: 'hidden' })
    await owner.see(/社区/).waitFor()
  })

  it('leaves no trouble on any console', () => {
    expect(troubles()).toEqual([])
  })
})
