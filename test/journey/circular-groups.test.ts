import type { CaseloadRow } from '#domain/contract/caseload'
import type { CircularRow } from '#domain/contract/circular'
import { lineOf, startJourney, wordsOf } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(180_000)

const { phoneOf, call, troubles } = startJourney()

const command = 'local-command-1'
const title = '春节前换一次性用品'

interface Rows<T> {
  readonly rows: readonly T[]
}

/** The first heads of the district, with how many shops each has. */
const someHeads = async (): Promise<readonly CaseloadRow[]> => {
  const { rows } = await call<Rows<CaseloadRow>>(command, 'caseload.list', { cursor: null })
  const names = rows.map(({ name }) => name)
  return rows.filter(
    ({ holder, shops, name }) =>
      holder.kind === 'head' && shops > 0 && names.indexOf(name) === names.lastIndexOf(name),
  )
}
const choices = ({ page }: Phone) => page.getByRole('checkbox').filter({ visible: true })

it('command sends a notice into the groups it chose by their heads’ names, and into no other', async () => {
  const [first, second] = await someHeads()
  if (!first || !second) throw new Error('the made-up district has no two heads')
  const phone = await phoneOf(command)
  await phone.open('/packages/channel/circular-form/index')
  await phone.see(/能发到 \d+ 家，在 \d+ 个群里/).waitFor()
  await phone.tap('发到哪些店长群')
  await choices(phone).nth(5).waitFor()
  for (const { name } of [first, second]) {
    await lineOf(phone, '按店长姓名或机构找').fill(name)
    await phone.page.getByRole('checkbox', { name: new RegExp(`^${name}，`) }).tap()
  }
  await phone.tap('选好了 2 个群')
  await phone.see(`${first.name}等 2 个群`).waitFor()
  await phone.see(new RegExp(`^能发到 ${String(first.shops + second.shops)} 家，在 2 个群里`)).waitFor()

  // All of the district again, with one tap; then one group alone.
  await phone.tap('发到哪些店长群')
  await phone.tap('全区所有群')
  await lineOf(phone, '按店长姓名或机构找').fill(second.name)
  await phone.page.getByRole('checkbox', { name: new RegExp(`^${second.name}，`) }).tap()
  await phone.tap('选好了 1 个群')
  await lineOf(phone, '标题').fill(title)
  await wordsOf(phone).fill('二月一日前换好，旧的不再用。')
  await phone.tap(`发给 ${String(second.shops)} 家`)
  await phone.see(`发给 ${String(second.shops)} 家店？`).waitFor()
  await phone.tap('先不')
  await phone.tap(`发给 ${String(second.shops)} 家`)
  await phone.tap('确认发出')
  await phone.see(`发给了 ${String(second.shops)} 家店`).waitFor()

  const { rows } = await call<Rows<CircularRow>>(command, 'circular.list', {
    ...{ scope: 'district', cursor: null },
  })
  expect(rows.filter((row) => row.title === title).map(({ headName, shops }) => [headName, shops])).toEqual([
    [second.name, second.shops],
  ])
})

it('says that nobody is found by a name that is nobody’s, and keeps what was chosen', async () => {
  const [first] = await someHeads()
  if (!first) throw new Error('no head')
  const phone = await phoneOf(command)
  await phone.open('/packages/channel/circular-form/index')
  await phone.tap('发到哪些店长群')
  await phone.page.getByRole('checkbox', { name: new RegExp(`^${first.name}，`) }).tap()
  await lineOf(phone, '按店长姓名或机构找').fill('没有这个人')
  await phone.see(/没有找到这位店长/).waitFor()
  await phone.tap('选好了 1 个群')
  await phone.page.reload()
  await phone.see(first.name).waitFor()
})

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})
