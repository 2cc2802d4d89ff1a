import { aPicture, choose, startJourney, tapTwice, wordsOf } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(120_000)

const { phoneOf } = startJourney()

const formOf = async (openid: string): Promise<Phone> => {
  const phone = await phoneOf(openid)
  await phone.open('/pages/snap/index')
  await phone.see('问题类型').waitFor()
  return phone
}
describe('what goes wrong at the form is said in one sentence, and nothing is lost', () => {
  it('ten photos: nine are taken, the tenth is named', async () => {
    const phone = await formOf('local-resident-10')
    await choose(
      phone,
      '拍照片',
      Array.from({ length: 10 }, (_, at) => aPicture(at)),
    )
    await phone.see('照片最多 9 张，多选的没有加进来。').waitFor()
  })

  it('twenty megabytes that are no picture: refused, the words stay', async () => {
    const phone = await formOf('local-resident-11')
    await wordsOf(phone).fill('门口堵了')
    await choose(phone, '拍照片', {
      name: 'big.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.alloc(20_000_000, 7),
    })
    await phone.see(/有文件不是照片/).waitFor()
    expect(await wordsOf(phone).inputValue()).toBe('门口堵了')
  })

  it('a position outside the district: said at once, before anything is sent', async () => {
    const phone = await formOf('local-resident-12')
    await phone.page.context().grantPermissions(['geolocation'])
    await phone.page.context().setGeolocation({ longitude: 100, latitude: 20 })
    await phone.tap('用我的位置')
    await phone.see(/这个位置不在本区/).waitFor()
  })

  it('a script in the words is shown as words and runs nowhere', async () => {
    const phone = await formOf('local-resident-13')
    const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await wordsOf(phone).fill(script)
    await phone.tap('请选街道和社区')
    await phone.tap('确定')
    await phone.tap('提交')
    await phone.tap('看进度')
    await phone.see(script).waitFor()
    expect(await phone.page.title()).not.toMatch(/[12]/)
  })

  it("a stranger's report, or one that never was, is told apart by nobody", async () => {
    const phone = await phoneOf('local-resident-14')
    await phone.open('/packages/report/detail/index?id=0123456789abcdef')
    await phone.see(/没有找到这件事/).waitFor()
  })

  it('two taps on 提交 file one report', async () => {
    const phone = await formOf('local-resident-15')
    await wordsOf(phone).fill('按了两下')
    await phone.tap('请选街道和社区')
    await phone.tap('确定')
    await phone.see('确定').waitFor({ state: 'hidden' })
    const button = phone.page.getByText('提交', { exact: true }).filter({ visible: true }).last()
    await tapTwice(phone, button)
    await phone.see('办件编号').waitFor()
    await phone.open('/packages/report/list/index?scope=mine')
    await phone.see('按了两下').waitFor()
    expect(await phone.page.getByText('按了两下').filter({ visible: true }).count()).toBe(1)
  })
})
