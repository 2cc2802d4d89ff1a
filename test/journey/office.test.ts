import writeXlsxFile from 'write-excel-file/node'

import { sheetColumns } from '#domain/sheet/columns'

import { choose, lineOf, startJourney, tapTwice, wordsOf } from '../support/journey'

jest.setTimeout(240_000)

const { url, phoneOf, call, troubles } = startJourney()
const command = () => phoneOf('local-command-1')
const ask = <T>(endpoint: string, input: unknown) => call<T>('local-command-1', endpoint, input)
interface CaseloadRow {
  readonly id: string
  readonly name: string
  readonly shops: number
  readonly agencyName: string | null
}
interface CaseloadPage {
  readonly rows: readonly CaseloadRow[]
  readonly next: string | null
}
const caseload = (id: string) => ask<CaseloadRow>('caseload.read', { id })

/** The first two heads of one agency whose names differ. */
const twoHeads = async (): Promise<readonly [CaseloadRow, CaseloadRow]> => {
  const { rows } = await ask<{ rows: readonly CaseloadRow[] }>('caseload.list', { cursor: null })
  for (const from of rows)
    for (const to of rows)
      if (
        from.agencyName !== null &&
        from.agencyName === to.agencyName &&
        from.name !== to.name &&
        from.shops > 0
      )
        return [from, to]
  throw new Error('no two heads of one agency')
}

describe("the command's office", () => {
  it("hands a street's shops of one head to another: the preview says what the counts become, and they do", async () => {
    const [from, to] = await twoHeads()
    const phone = await command()
    await phone.open(`/packages/office/move/index?id=${from.id}`)
    await phone.tap('街道')
    const group = phone.page.getByRole('radio').filter({ visible: true }).first()
    const many = Number(/· (\d+) 家/.exec((await group.textContent()) ?? '')?.[1])
    await group.tap()
    await phone.tap('交给谁')
    await lineOf(phone, '按姓名或机构找').fill(to.name)
    await phone.page.getByRole('radio').filter({ visible: true, hasText: to.name }).last().tap()
    await phone.tap('先看看会怎样')
    await phone.see(`${String(from.shops)} → ${String(from.shops - many)} 家`).waitFor()
    await phone.see(`${String(to.shops)} → ${String(to.shops + many)} 家`).waitFor()
    expect((await caseload(from.id)).shops).toBe(from.shops)

    const confirm = phone.page.getByRole('button', { name: `确认交接 ${String(many)} 家` })
    await tapTwice(phone, confirm)
    await phone.see(`已交接 ${String(many)} 家`).waitFor()
    expect((await caseload(from.id)).shops).toBe(from.shops - many)
    expect((await caseload(to.id)).shops).toBe(to.shops + many)

    await phone.tap('看交接记录')
    const done = phone.page.getByText('已交接', { exact: true }).filter({ visible: true })
    await done.first().waitFor()
    expect(await done.count()).toBe(1)
    await phone.see(`${from.name} → ${to.name}`).waitFor()
  })

  it('plans a hand-over for a later day, and takes it back', async () => {
    const [from, to] = await twoHeads()
    const [shop] = (await ask<{ list: readonly { id: string }[] }>('caseload.read', { id: from.id })).list
    await ask('caseload.move', {
      ...{ from: from.id, to: to.id, shops: [shop?.id], on: '2099-01-05', key: 'a-key-of-sixteen-or-more' },
    })
    const phone = await command()
    await phone.open(`/packages/office/handovers/index?caseload=${from.id}`)
    await phone.see('2099年1月5日（周一）交接').waitFor()
    await phone.tap('取消这次交接')
    await phone.tap('确认取消')
    await phone.see('已取消').waitFor()
  })

  it('gives a role by phone; it waits for its bearer, the log tells of it, and it is taken back for a reason', async () => {
    const phone = await command()
    await phone.open('/packages/office/roles/index')
    await phone.see('包一片店铺').waitFor()
    await phone.page.getByRole('button', { name: '岗位：店长' }).tap()
    await phone.page.locator('.weui-picker').waitFor()
    await phone.tap('取消')
    await phone.tap('开通店长')
    await phone.see('先选所属机构').waitFor()
    await phone.page.getByRole('button', { name: /所属机构/ }).tap()
    await phone.tap('确定')
    await phone.see('确定').waitFor({ state: 'hidden' })
    await lineOf(phone, '姓名').fill('冯晓岚')
    await lineOf(phone, '手机号').fill('19900990099')
    await phone.tap('开通')
    await phone.see(/已登记：冯晓岚 本人验证手机号后/).waitFor()
    await phone.see('等待本人登录').waitFor()
    await phone.see('199****0099').waitFor()

    await phone.page
      .getByRole('link', { name: /^冯晓岚/ })
      .filter({ visible: true })
      .tap()
    await phone.tap('查看电话')
    await phone.see('先写一句原因').waitFor()
    await wordsOf(phone).fill('核对号码')
    await phone.tap('看电话')
    await phone.see('19900990099').waitFor()
    await phone.tap('收回岗位')
    await wordsOf(phone).fill('试用结束')
    await phone.tap('确认收回店长')
    await phone.see('已收回：冯晓岚 不再是店长。').waitFor()

    await phone.open('/packages/office/audit/index')
    await phone.see(/收回了 .* 的 店长/).waitFor()
    await phone.see('原因：试用结束').waitFor()
    await phone.see(/查看了 .* 的电话/).waitFor()
  })

  it('refuses to take the role from a head who has shops, and says where to go', async () => {
    const phone = await command()
    await phone.open('/packages/office/roles/index')
    await phone.page.getByRole('link').filter({ visible: true }).first().tap()
    await phone.tap('收回岗位')
    await wordsOf(phone).fill('换岗')
    await phone.tap('确认收回店长')
    await phone.see(/名下还有 \d+ 家店铺，不能收回/).waitFor()
    await phone.tap('去交接店铺')
    await phone.see(/还没有店长 \d+ 家/).waitFor()
  })

  it('checks a workbook with one broken row, says where and what, and loads the others', async () => {
    const district = await ask<{
      streets: readonly { id: string; name: string }[]
      cells: readonly { street: string; name: string }[]
      trades: readonly { name: string }[]
    }>('district.read', {})
    const [cell] = district.cells
    const street = district.streets.find(({ id }) => id === cell?.street)?.name ?? ''
    const keys = Object.keys(sheetColumns.shops) as (keyof typeof sheetColumns.shops)[]
    const row = (number: string, ownerPhone: string) => {
      const values: Partial<Record<(typeof keys)[number], string>> = {
        ...{ number, name: `试装小店${number}`, trade: district.trades[0]?.name ?? '', address: '试装路1号' },
        ...{ street, cell: cell?.name ?? '', ownerPhone },
      }
      return keys.map((key) => ({ value: values[key] ?? '', type: String }))
    }
    const heading = keys.map((key) => ({ value: sheetColumns.shops[key].heading, type: String }))
    const lines = [heading, row('试1', ''), row('试2', '12345'), row('试3', '')]
    const buffer = await writeXlsxFile([{ sheet: '店铺', data: lines }]).toBuffer()

    const phone = await command()
    await phone.open('/packages/office/imports/index')
    await phone.tap('导入表格')
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await choose(phone, '选表格文件', { name: '店铺.xlsx', mimeType, buffer })
    await phone.see('店铺.xlsx').waitFor()
    await phone.tap('开始检查')
    await phone.see('等您确认').waitFor({ timeout: 90_000 })
    await phone.see('1 行有问题').waitFor()
    await phone.see('第 3 行 · 业主电话').waitFor()
    await phone.see('不是手机号，请填 11 位手机号').waitFor()

    await phone.tap('导入其余 2 行')
    await phone.see('等您确认').waitFor({ state: 'hidden' })
    // The dry run waited for the timer itself; the import is what comes of its next round.
    await fetch(`${url()}/timer/jobs/sheets`, { method: 'POST' })
    await phone.see('已导入').waitFor({ timeout: 90_000 })
    await phone.open('/packages/office/caseloads/index')
    await phone.see(/还没有店长 43 家/).waitFor()
  })

  it('puts the shops of one cell back where nobody heads them: the preview warns, one act does it', async () => {
    const [from] = await twoHeads()
    const waiting = async (cursor: string | null = null): Promise<number> => {
      const page = await ask<CaseloadPage>('caseload.list', { cursor })
      const here = page.rows.filter(({ agencyName }) => agencyName === null)
      const more = page.next === null ? 0 : await waiting(page.next)
      return here.reduce((sum, { shops }) => sum + shops, more)
    }
    const before = await waiting()
    const phone = await command()
    await phone.open(`/packages/office/move/index?id=${from.id}`)
    await phone.tap('网格')
    const group = phone.page.getByRole('radio').filter({ visible: true }).first()
    const many = Number(/· (\d+) 家/.exec((await group.textContent()) ?? '')?.[1])
    await group.tap()
    await phone.tap('交给谁')
    await phone.see(/^放回 /).tap()
    await phone.tap('先看看会怎样')
    await phone.see(`${String(from.shops)} → ${String(from.shops - many)} 家`).waitFor()
    await phone.see(/这些店铺暂时没有店长/).waitFor()
    await phone.tap(`确认交接 ${String(many)} 家`)
    await phone.see(`已交接 ${String(many)} 家`).waitFor()
    await phone.see('原来的店长会收到消息。').waitFor()
    expect((await caseload(from.id)).shops).toBe(from.shops - many)
    expect(await waiting()).toBe(before + many)
  })

  it('shows who answers for the district, a street and its cells', async () => {
    const phone = await command()
    await phone.open('/packages/office/tree/index')
    await phone.page.getByText('展开', { exact: true }).filter({ visible: true }).first().tap()
    await phone.see('收起').waitFor()
    await phone.see(/社区/).waitFor()
  })

  it('is closed to everybody else', async () => {
    const phone = await phoneOf('local-resident-1')
    await phone.open('/packages/office/caseloads/index')
    await phone.see(/这一页不由您办理/).waitFor()
  })

  it('leaves no trouble on any console', () => {
    expect(troubles()).toEqual([])
  })
})
