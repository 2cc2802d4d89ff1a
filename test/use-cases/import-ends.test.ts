import { db } from '../../cloudfunctions/cloud/database'
import { temporaryUrls } from '../../cloudfunctions/cloud/files'
import { findImport, saveImport } from '../../cloudfunctions/store/sheets'
import { removeSpentTickets } from '../../cloudfunctions/store/tickets'
import { commitImport } from '../../cloudfunctions/use-cases/sheet/move'
import { cancelUncommitted, removeSpentWorkbooks } from '../../cloudfunctions/use-cases/sheet/spent'
import { startImport } from '../../cloudfunctions/use-cases/sheet/start'
import { yes } from '../support/a-submission'
import { command, DAY, district, HOUR, later, MONDAY } from '../support/builders'
import { aKey, as, foundDistrict } from '../support/small-district'
import { handIn } from '../support/uploads'
import {
  addTradesAndAgencies,
  aSheet,
  aShopRow,
  checked,
  loaded,
  problemsOf,
  view,
  type CellValue,
} from '../support/workbook'

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addTradesAndAgencies()
})

const isThere = async (file: string | null | undefined) => (await temporaryUrls([file ?? ''])).size === 1
const many = async (collection: string) =>
  (await db.collection(collection).where({}).limit(20).get()).data.length
const broken = { ...aShopRow(1), trade: '没有的行业' }

describe('a checked workbook', () => {
  it('that nobody confirms is dropped after a week, with what was found in it', async () => {
    const { id } = await checked(env, 'shops', await aSheet('shops', [broken, aShopRow(2)]))
    const file = (await findImport(db, id))?.file
    expect(await cancelUncommitted(later(7 * DAY - HOUR))).toBe(0)
    expect(await isThere(file)).toBe(true)
    expect(await cancelUncommitted(later(7 * DAY + HOUR))).toBe(1)
    expect(await view(id)).toMatchObject({ status: { kind: 'cancelled' } })
    expect((await findImport(db, id))?.file).toBeNull()
    expect(await isThere(file)).toBe(false)
    expect(await many('importproblems')).toBe(0)
    const { data } = await db
      .collection('audit')
      .where({ district, subject: `imports/${id}`, what: 'import.ended' })
      .get()
    expect(data).toMatchObject([
      { by: null, detail: { kind: 'shops', ended: 'cancelled', added: 1, broken: 1 } },
    ])
    expect(await cancelUncommitted(later(8 * DAY))).toBe(0)
  })

  it('confirmed at the moment it would be dropped is one of the two', async () => {
    const { id, version } = await checked(env, 'shops', await aSheet('shops', [aShopRow(1)]))
    const late = later(7 * DAY + HOUR)
    const [committed] = await Promise.all([
      commitImport({ id, version }, as(command, late)),
      cancelUncommitted(late),
    ])
    const { status } = await view(id)
    expect(status.kind).toBe(committed.ok ? 'running' : 'cancelled')
    expect(await isThere((await findImport(db, id))?.file)).toBe(committed.ok)
  })

  it('that outlived its import is removed by the clock, and one that is still needed stays', async () => {
    const { id } = await checked(env, 'shops', await aSheet('shops', [aShopRow(1)]))
    const other = await checked(env, 'shops', await aSheet('shops', [aShopRow(2)]))
    const found = await findImport(db, id)
    if (!found) throw new Error('the import is gone')
    await saveImport(db, { ...found, status: { kind: 'done', at: MONDAY } }, MONDAY)
    expect(await removeSpentWorkbooks()).toBe(1)
    expect(await isThere(found.file)).toBe(false)
    expect((await findImport(db, id))?.file).toBeNull()
    expect(await isThere((await findImport(db, other.id))?.file)).toBe(true)
    expect(await removeSpentWorkbooks()).toBe(0)
  })
})

describe('an upload', () => {
  it('that is no workbook does not stay either', async () => {
    const { ticket, files } = await handIn(env, command, [Buffer.from('no workbook at all')])
    const input = { kind: 'shops' as const, ticket, files, key: aKey() }
    expect(await startImport(input, as(command))).toMatchObject({ code: 'not-a-workbook' })
    expect(await isThere(files[0])).toBe(false)
  })

  it('leaves neither itself nor a second copy, sent twice at once', async () => {
    const { ticket, files } = await handIn(env, command, [await aSheet('shops', [aShopRow(1)])])
    const input = { kind: 'shops' as const, ticket, files, key: aKey() }
    const [first] = await Promise.all([startImport(input, as(command)), startImport(input, as(command))])
    expect(await isThere(files[0])).toBe(false)
    expect(await many('drafts')).toBe(0)
    expect(await isThere((await findImport(db, yes(first).id))?.file)).toBe(true)
  })

  it('takes a ticket that goes when it opens nothing any more', async () => {
    await handIn(env, command, [Buffer.from('x')])
    expect(await removeSpentTickets(later(HOUR - 1))).toBe(0)
    expect(await removeSpentTickets(later(HOUR + 1))).toBe(1)
    expect(await many('tickets')).toBe(0)
  })
})

describe("the register's contact", () => {
  const linesOf = async (number: string) => {
    const { data: shops } = await db.collection('shops').where({ district, number }).limit(1).get()
    const subject = `shops/${String(shops[0]?._id)}`
    return (await db.collection('audit').where({ district, subject }).limit(20).get()).data
  }
  const load = async (...rows: readonly Readonly<Record<string, CellValue>>[]) =>
    loaded(env, 'shops', await aSheet('shops', rows))
  const contactOf = async () => (await db.collection('contacts').where({}).limit(1).get()).data[0]

  it('changed by a sheet stands in the audit log, without name or number', async () => {
    const row = aShopRow(1)
    await load(row)
    expect(await linesOf('店00001')).toEqual([])
    const { id } = await load({ ...row, ownerName: '赵换人', ownerPhone: '13900007777' })
    expect(await linesOf('店00001')).toMatchObject([
      { by: command.id, what: 'shop.changed', detail: { import: id, facts: 'contact' } },
    ])
    expect(JSON.stringify(await linesOf('店00001'))).not.toMatch(/赵换人|13900007777/)
    expect(await contactOf()).toMatchObject({ name: '赵换人', phone: '13900007777' })
    await load({ ...row, ownerName: null, ownerPhone: null, name: '新名' })
    expect(
      (await linesOf('店00001')).map(({ detail }) => (detail as { facts: string }).facts).sort(),
    ).toEqual(['contact', 'name,contact'])
    expect(await contactOf()).toBeUndefined()
  })

  it('masked as in an export stays what it is; a mask that fits nothing is a problem of its cell', async () => {
    const row = aShopRow(1)
    await load(row)
    const before = await contactOf()
    const masked = { ownerName: '业**', ownerPhone: '139****0001' }
    expect(await load({ ...row, ...masked })).toMatchObject({ same: 1, broken: 0 })
    expect(await contactOf()).toEqual(before)
    const wrong = await load(
      { ...row, ownerName: '李*', ownerPhone: '138****0001' },
      { ...aShopRow(2), ownerPhone: '139****0002' },
    )
    expect(await problemsOf(wrong.id)).toMatchObject([
      { row: 2, column: '业主姓名', fault: 'masked', found: '李*' },
      { row: 2, column: '业主电话', fault: 'masked', found: '138****0001' },
      { row: 3, column: '业主电话', fault: 'masked', found: '139****0002' },
    ])
    expect(await contactOf()).toEqual(before)
  })
})

describe('the staff sheet', () => {
  const staff = (number: string, phone: string, roles: string) => ({
    ...{ number, name: `人员${number}`, phone, roles, agency: '卫生监督所' },
  })
  const load = async (...rows: readonly Readonly<Record<string, CellValue>>[]) =>
    loaded(env, 'people', await aSheet('people', rows))
  const deputies = async () =>
    (await db.collection('caseloads').where({ district, kind: 'head' }).limit(20).get()).data.flatMap(
      ({ holder }) => (holder as { deputy: object | null }).deputy ?? [],
    )

  it('that takes the role of head from a deputy unseats that deputy', async () => {
    const [anna, boris] = [staff('A1', '13800000001', '店长'), staff('B2', '13800000002', '店长')]
    await load(anna, boris)
    await loaded(env, 'shops', await aSheet('shops', [aShopRow(1)]))
    await loaded(
      env,
      'assignments',
      await aSheet('assignments', [{ shop: '店00001', head: 'A1', deputy: 'B2' }]),
    )
    expect(await deputies()).toHaveLength(1)
    expect(await load({ ...boris, roles: '审批窗口' })).toMatchObject({ changed: 1, broken: 0 })
    expect(await deputies()).toEqual([])
  })

  it('with a masked phone keeps the known one; a mask that fits nobody is a problem', async () => {
    await load(staff('A1', '13800000001', '店长'))
    expect(await load(staff('A1', '138****0001', '店长'))).toMatchObject({ same: 1, broken: 0 })
    const { id } = await load(staff('A1', '138****9999', '店长'), staff('C3', '138****0003', '店长'))
    expect(await problemsOf(id)).toMatchObject([
      { row: 2, column: '手机号', fault: 'masked', found: '138****9999' },
      { row: 3, column: '手机号', fault: 'masked', found: '138****0003' },
    ])
    const { data } = await db.collection('roster').where({ district, number: 'A1' }).limit(1).get()
    expect(data[0]?.['phone']).toBe('13800000001')
  })
})
