import { readFile } from 'node:fs/promises'

import { aPicture, lineOf, startJourney, verifyPhone, wordsOf } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(240_000)

const { phoneOf, call, overlook, troubles } = startJourney()

const agreed = async (openid: string): Promise<Phone> => {
  const phone = await phoneOf(openid)
  await phone.open('/pages/mine/index')
  await phone.tap('同意并继续')
  await phone.see('账号与隐私').waitFor()
  return phone
}

describe('a new visitor', () => {
  it('reads both texts whole before agreeing to anything, and is a visitor still', async () => {
    const visitor = await phoneOf('visitor-reads')
    await visitor.open('/pages/home/index')
    await visitor.tap('看全文《隐私保护指引》')
    await visitor.see('五、保存多久').waitFor()
    await visitor.open('/packages/account/terms/index?term=agreement')
    await visitor.see('三、请这样用').waitFor()
    expect(await call<{ kind: string }>('visitor-reads', 'session.open', {})).toMatchObject({
      kind: 'visitor',
    })
  })

  it('agrees, takes a name and a picture, verifies the phone, takes the data along, leaves, and is a visitor again', async () => {
    const person = await agreed('visitor-stays-a-day')
    await person.tap('写称呼')
    await lineOf(person, '称呼').fill('王女士')
    await person.tap('保存')
    await person.see('王女士').waitFor()
    const chooser = person.page.waitForEvent('filechooser')
    await person.page.getByLabel('换头像').tap()
    await (await chooser).setFiles(aPicture(3))
    await person.page.getByLabel('换头像').locator('img').waitFor()
    await verifyPhone(person, '19900010001')
    await person.see('199****0001').waitFor()

    await person.open('/packages/account/complain/index')
    await wordsOf(person).fill('还没有写完')
    await person.open('/packages/account/data/index')
    await person.tap('准备文件')
    const saved = person.page.waitForEvent('download')
    await person.tap('下载文件')
    const path = await (await saved).path()
    const copy = JSON.parse(await readFile(path, 'utf8')) as {
      identity: { name: string; phone: string }
    }
    expect(copy.identity).toMatchObject({ name: '王女士', phone: '19900010001' })

    const onPhone = ({ page }: Phone) =>
      page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('visitor-stays-a-day:')))
    expect(await onPhone(person)).toHaveLength(1)
    await person.tap('注销账号')
    await person.tap('确定注销')
    await person.see(/账号已注销/).waitFor()
    await person.see('同意并继续').waitFor()
    expect(await call<{ kind: string }>('visitor-stays-a-day', 'session.open', {})).toMatchObject({
      kind: 'visitor',
    })
    expect(await onPhone(person)).toEqual([])
    await person.page.reload()
    await person.see('同意并继续').waitFor()
  })

  it('gets the posts that waited for the phone, switches between them, and may not leave while holding them', async () => {
    const { cells } = await call<{ cells: readonly { id: string }[] }>('local-command-1', 'district.read', {})
    const district = await call<{ rows: readonly { grant: { scope: object } }[] }>(
      'local-command-1',
      'role.list',
      { role: 'command', cursor: null },
    )
    const grants = [
      { role: 'grid', scope: { kind: 'cell', cell: cells[0]?.id } },
      { role: 'assessor', scope: district.rows[0]?.grant.scope },
    ]
    for (const grant of grants)
      await call('local-command-1', 'role.grant', { phone: '19900010002', name: '李网格', grant })
    const officer = await agreed('visitor-with-posts')
    await verifyPhone(officer, '19900010002')
    await officer.see(/您有 2 个岗位/).waitFor()
    const choice = (word: string) => officer.page.getByRole('radio', { name: word })
    await choice('第三方督查').tap()
    await officer.page.reload()
    await choice('第三方督查').waitFor()
    expect(await choice('第三方督查').getAttribute('aria-checked')).toBe('true')
    expect(await choice('网格员').getAttribute('aria-checked')).toBe('false')

    await officer.tap('账号与隐私')
    await officer.tap('注销账号')
    await officer.tap('确定注销')
    await officer.see(/请先联系区指挥部收回岗位/).waitFor()
    await officer.tap('先不注销')
    await officer.see('同意记录').waitFor()
  })
})

describe('投诉建议', () => {
  const words = '希望大厅周六也能办'

  it('is kept while there is no network, answered by the office without knowing whose it is, and the answer found from the inbox', async () => {
    const resident = await phoneOf('local-resident-20')
    await resident.open('/packages/account/complain/index')
    await resident.tap('提建议')
    await wordsOf(resident).fill(words)
    await resident.page.context().setOffline(true)
    await resident.tap('提交')
    await resident.see(/网络不通/).waitFor()
    await resident.page.context().setOffline(false)
    await resident.page.reload()
    await expect(wordsOf(resident).inputValue()).resolves.toBe(words)
    await resident.tap('提交')
    await resident.see('已收到').waitFor()
    overlook(resident)

    const moderator = await phoneOf('local-moderator')
    await moderator.open('/pages/messages/index')
    await moderator.see(words).tap()
    await moderator.see('待答复').waitFor()
    const { name } = (await call<{ person: { name: string } }>('local-resident-20', 'session.open', {}))
      .person
    expect(await moderator.page.getByText(name).filter({ visible: true }).count()).toBe(0)
    await moderator.tap('答复')
    await wordsOf(moderator).fill('12月起周六上午开门。')
    await moderator.tap('发出答复')
    await moderator.see(/没有等着答复/).waitFor()

    await resident.open('/pages/messages/index')
    await resident.see('您的投诉建议有了答复').tap()
    await resident.see('12月起周六上午开门。').waitFor()
  })

  it('举报 stands on what somebody else posted, asks why, and reaches the office', async () => {
    const { rows } = await call<{ rows: readonly { id: string }[] }>('local-command-1', 'report.list', {
      scope: 'work',
      filter: 'all',
      cursor: null,
    })
    const command = await phoneOf('local-command-1')
    await command.open(`/packages/report/detail/index?id=${rows[0]?.id ?? ''}`)
    await command.tap('举报')
    await command.tap('内容不实')
    await wordsOf(command).fill('照片不是这里')
    await command.tap('提交')
    await command.see('已收到举报').waitFor()
    const office = await phoneOf('local-command-2')
    await office.open('/packages/account/complaints/index?scope=work')
    await office.see('照片不是这里').waitFor()
    await office.tap('看这件反映')
    await office.see('进展').waitFor()
  })
})

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})
