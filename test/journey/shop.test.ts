import jsQR from 'jsqr'
import { PNG } from 'pngjs'

import { phoneAt } from '../../tools/seed/people'
import { aPicture, choose, lineOf, startJourney, typePhone, verifyPhone, wordsOf } from '../support/journey'

jest.setTimeout(240_000)

const { phoneOf, call, overlook, troubles } = startJourney()

interface Listed {
  readonly rows: readonly { readonly id: string; readonly name: string }[]
}
const everyShop = { street: null, cell: null, trade: null, words: '', cursor: null }
/** The shop with this place in the register, as one of the office finds it. */
const shopAt = async (place: number) => {
  const words = `QT${String(place).padStart(5, '0')}`
  const { rows } = await call<Listed>('local-command-1', 'shop.list', {
    ...everyShop,
    scope: 'district',
    words,
  })
  const [row] = rows
  if (!row) throw new Error(`no shop ${words}`)
  return row
}
const headNameOf = async (id: string) =>
  (await call<{ head: { name: string } }>('local-command-1', 'shop.read', { id })).head.name
/** What a phone's camera reads from the picture at the shop's door. */
const addressInCode = async (id: string): Promise<string> => {
  const { url } = await call<{ url: string }>('local-command-1', 'shop.code', { id })
  const { data, width, height } = PNG.sync.read(Buffer.from(await (await fetch(url)).arrayBuffer()))
  const found = jsQR(new Uint8ClampedArray(data), width, height)
  if (!found) throw new Error('the picture holds no code')
  return found.data
}

describe('an owner whose phone the register knows', () => {
  it('says yes and is in at once; the head undoes it with a reason; the owner is out and reads why', async () => {
    const shop = await shopAt(51)
    const headName = await headNameOf(shop.id)
    const owner = await phoneOf('visitor-owner')
    await owner.open('/pages/mine/index')
    await owner.tap('同意并继续')
    await verifyPhone(owner, phoneAt(20_050))
    await owner.open('/pages/home/index')
    await owner.see('这是您的店吗？').waitFor()
    await owner.see(shop.name).waitFor()
    await owner.tap('是我的')
    await owner.see(`已认领，店长${headName}会看到；认错了可以撤回。`).waitFor()
    await owner.tap('知道了')
    await owner.see('证照、健康证、二维码').tap()
    await owner.see('从业人员').waitFor()

    const head = await phoneOf('local-head-1')
    await head.open('/packages/shop/claims/index')
    await head.tap('全部')
    await head.see(shop.name).waitFor()
    await head.see('撤销认领').tap()
    await head.see('先写一句原因').waitFor()
    await wordsOf(head).fill('登记的电话已经换了人')
    await head.tap('撤销并告诉对方')
    await head.see('原因：登记的电话已经换了人').waitFor()

    await owner.see(/这家店铺现在不由您看/).waitFor()
    await owner.open('/pages/messages/index')
    await owner.see('店铺认领已撤销，请看原因').tap()
    await owner.see('原因：登记的电话已经换了人').waitFor()
    await owner.open('/pages/home/index')
    await owner.see('拍照反映').waitFor()
    expect(await owner.page.getByText('证照、健康证、二维码').filter({ visible: true }).count()).toBe(0)
  })

  it('says no and is not asked again; a claim made in error is taken back', async () => {
    const shop = await shopAt(52)
    const person = await phoneOf('visitor-other')
    await person.open('/pages/mine/index')
    await person.tap('同意并继续')
    await verifyPhone(person, phoneAt(20_051))
    await person.open('/pages/home/index')
    await person.tap('是我的')
    await person.see(/认错了可以撤回/).waitFor()
    await person.tap('撤回')
    await person.see(/认错了可以撤回/).waitFor({ state: 'hidden' })
    await person.page.reload()
    await person.see('拍照反映').waitFor()
    expect(await person.page.getByText(shop.name).filter({ visible: true }).count()).toBe(0)
    expect(await person.page.getByText('这是您的店吗？').count()).toBe(0)
  })
})

describe('the code at the door', () => {
  it('opens the public board for a visitor of whom nothing is known; a wrong code says so', async () => {
    const shop = await shopAt(53)
    const address = await addressInCode(shop.id)
    const visitor = await phoneOf('visitor-passer-by')
    await visitor.page.goto(address)
    await visitor.see(shop.name).waitFor()
    await visitor.see(/打 12345，或网上提交/).waitFor()
    await visitor.open('/packages/shop/public/index?code=0123456789abcdef')
    await visitor.see(/没有找到这个码对应的店铺/).waitFor()
  })

  it('「这是我的店」 asks a visitor to agree, then for a phone, then for a photo; the head confirms', async () => {
    const shop = await shopAt(54)
    const address = await addressInCode(shop.id)
    const asker = await phoneOf('visitor-asker')
    await asker.page.goto(address)
    await asker.tap('这是我的店')
    await asker.tap('同意并继续')
    await typePhone(asker, '13900000042')
    await choose(asker, '拍证照', aPicture(11))
    await asker.tap('交给店长核对')
    await asker.see(/已交给店长核对/).waitFor()

    const head = await phoneOf('local-head-1')
    await head.open('/packages/shop/claims/index')
    await head.see(shop.name).waitFor()
    await head.see('确认是店主').tap()
    await head.see(/没有等您核对的认领/).waitFor()
    await asker.open('/pages/home/index')
    await asker.see('证照、健康证、二维码').waitFor()
    await asker.see(shop.name).waitFor()
  })
})

describe('the code at the door, scanned with the phone the register knows', () => {
  it('asks whether the shop is theirs before it asks for a photo; yes, and they are in', async () => {
    const shop = await shopAt(55)
    const owner = await phoneOf('visitor-known')
    await owner.page.goto(await addressInCode(shop.id))
    await owner.tap('这是我的店')
    await owner.tap('同意并继续')
    await typePhone(owner, phoneAt(20_054))
    await owner.see('这是您的店吗？').waitFor()
    await owner.tap('是我的')
    await owner.see('您是这家店的人').waitFor()
    await owner.open('/pages/home/index')
    await owner.see('证照、健康证、二维码').waitFor()
    await owner.see(shop.name).waitFor()
  })
})

describe('a shop’s people', () => {
  it('owner and head write at the same time: the later one is told, keeps what was typed, and both are stored', async () => {
    const [shop] = (await call<Listed>('local-owner-5', 'shop.list', { ...everyShop, scope: 'mine' })).rows
    if (!shop) throw new Error('the owner has no shop')
    const owner = await phoneOf('local-owner-5')
    await owner.open(`/packages/shop/detail/index?id=${shop.id}`)
    await owner.see('加一个人').tap()
    await lineOf(owner, '姓名').fill('林小满')
    await owner.page.context().setOffline(true)
    await owner.tap('保存')
    await owner.see(/网络不通/).waitFor()
    overlook(owner)

    const { version, staff } = await call<{ version: number; staff: readonly unknown[] }>(
      'local-head-1',
      'shop.read',
      { id: shop.id },
    )
    const other = { id: 'staff-from-the-head', name: '高文博', certificate: null }
    await call('local-head-1', 'shop.staff', { id: shop.id, version, staff: [...staff, other] })

    await owner.page.context().setOffline(false)
    expect(await lineOf(owner, '姓名').inputValue()).toBe('林小满')
    await owner.tap('保存')
    await owner.see(/刚刚有人改过这家店的资料|从业人员已保存/).waitFor()
    if (await owner.see(/刚刚有人改过/).isVisible()) await owner.tap('保存')
    await owner.see('从业人员已保存').waitFor()
    const after = await call<{ staff: readonly { readonly name: string }[] }>('local-owner-5', 'shop.read', {
      id: shop.id,
    })
    expect(after.staff.map(({ name }) => name)).toEqual(expect.arrayContaining(['林小满', '高文博']))
  })

  it('the head looks at the contact’s number against a reason', async () => {
    const shop = await shopAt(60)
    const head = await phoneOf('local-head-1')
    await head.open(`/packages/shop/detail/index?id=${shop.id}`)
    await head.tap('查看电话')
    await head.tap('约上门指导')
    await head.tap('查看电话')
    await head.see(phoneAt(20_059)).waitFor()
    await head.see('打电话').waitFor()
  })
})

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})
