import { asId } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { findPerson, savePhoneHolder } from '../../cloudfunctions/store/people'
import { yes } from '../support/a-submission'
import { command, district, HOUR, later, stranger } from '../support/builders'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { as, foundDistrict } from '../support/small-district'
import {
  addTradesAndAgencies,
  aSheet,
  aWorkbook,
  aShopRow,
  checked,
  loaded,
  problemsOf,
  type CellValue,
} from '../support/workbook'

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addTradesAndAgencies()
})

type Row = Readonly<Record<string, CellValue>>

const inCollection = async (collection: string) =>
  (await db.collection(collection).where({ district }).limit(1000).get()).data

const staff = (number: string, phone: string, roles: string, more: Row = {}): Row => ({
  ...{ number, phone, roles, name: `人员${number}`, title: '二级主办', agency: '卫生监督所' },
  ...more,
})
const anna = staff('A1', '13800000001', '店长')
const boris = staff('B2', '13800000002', '店长；网格员：迎春街道/迎春社区')
const narrow = staff('C3', '13800000003', '店长', { agency: '理发监督组' })
const loadStaff = async (...rows: readonly Row[]) => loaded(env, 'people', await aSheet('people', rows))
const entryOf = async (number: string) =>
  (await inCollection('roster')).find((entry) => entry['number'] === number)

describe('streets, cells and departments', () => {
  it('are added or changed by name, and found by their rows', async () => {
    const streets = await aSheet('streets', [{ name: '望湖街道' }, { name: '迎春街道', position: 9 }])
    expect(await loaded(env, 'streets', streets)).toMatchObject({ added: 1, changed: 1 })
    expect(await loaded(env, 'streets', streets)).toMatchObject({ added: 0, changed: 0, same: 2 })
    const cells = await aSheet('cells', [
      { street: '望湖街道', name: '听涛社区', lng: 125.4, lat: 43.5 },
      { street: '望湖街道', name: '远方社区', lng: 121.4, lat: 31.2 },
      { street: '没有的街道', name: '某社区', lng: 125.4, lat: 43.5 },
    ])
    const view = await loaded(env, 'cells', cells)
    expect(view).toMatchObject({ added: 1, broken: 2 })
    expect(await problemsOf(view.id)).toMatchObject([
      { row: 3, column: '经度', fault: 'out-of-range' },
      { row: 4, column: '所属街道', fault: 'unknown' },
    ])
    expect(await loaded(env, 'departments', await aSheet('departments', [{ name: '园林处' }]))).toMatchObject(
      { added: 1 },
    )
  })

  it('a name that two things of the district bear is ambiguous', async () => {
    await db.collection('cells').add({
      data: {
        _id: 'twin',
        district,
        position: 9,
        street: 'street-spring',
        name: '迎春社区',
        centre: { lng: 125, lat: 43 },
      },
    })
    const view = await checked(env, 'shops', await aSheet('shops', [aShopRow(1)]))
    expect(await problemsOf(view.id)).toMatchObject([
      { row: 2, column: '网格', fault: 'ambiguous', found: '迎春社区' },
    ])
  })
})

describe('communities', () => {
  const cellRow = (name: string, more: Row = {}): Row => ({
    ...{ street: '迎春街道', name, lng: 125.4, lat: 43.5 },
    ...more,
  })
  const communityAt = async (name: string) =>
    (await inCollection('cells')).find((cell) => cell['name'] === name)?.['community']
  const first = '春晖社区第一网格'
  const second = '春晖社区第二网格'
  const both = [cellRow(first, { community: '春晖社区' }), cellRow(second, { community: '春晖社区' })]
  const load = async (...rows: readonly Row[]) => loaded(env, 'cells', await aSheet('cells', rows))

  it('are what cells say they belong to; again it is the same, a blank takes it away', async () => {
    expect(await load(...both)).toMatchObject({ added: 2, broken: 0 })
    expect(await load(...both)).toMatchObject({ same: 2 })
    expect(await communityAt(first)).toBe('春晖社区')
    expect(await load(cellRow(second))).toMatchObject({ changed: 1 })
    expect(await communityAt(second)).toBeUndefined()
  })

  it('stay as they are under an older sheet, which knows cells as 「社区」 and no community', async () => {
    await load(...both)
    const lines = [
      ['所属街道', '社区', '经度', '纬度'],
      ['迎春街道', first, 125.4, 43.5],
      ['迎春街道', '迎春社区', 125.3, 43.4],
    ]
    expect(await loaded(env, 'cells', await aWorkbook(lines))).toMatchObject({
      same: 1,
      changed: 1,
      broken: 0,
    })
    expect([await communityAt(first), await communityAt('迎春社区')]).toEqual(['春晖社区', undefined])
  })

  it('stand for their cell where they have but one', async () => {
    await load(both[0] ?? {})
    const inCommunity = { ...aShopRow(1), cell: '春晖社区' }
    expect(await checked(env, 'shops', await aSheet('shops', [inCommunity]))).toMatchObject({ broken: 0 })
    await load(...both)
    const view = await checked(env, 'shops', await aSheet('shops', [inCommunity]))
    expect(await problemsOf(view.id)).toMatchObject([{ column: '网格', fault: 'ambiguous' }])
  })
})

describe('the staff sheet', () => {
  it('says the spot of a 长; a sheet without the column leaves it, a blank takes it away', async () => {
    const warden = { ...boris, title: '楼长', spot: '迎春社区 3 号楼' }
    await loadStaff(warden)
    expect(await entryOf('B2')).toMatchObject({ title: '楼长', spot: '迎春社区 3 号楼' })
    expect(await loadStaff(warden)).toMatchObject({ same: 1 })
    const lines = [
      ['工号', '姓名', '手机号', '角色', '职务'],
      ['B2', '人员B2', '13800000002', '店长；网格员：迎春街道/迎春社区', '路长'],
    ]
    expect(await loaded(env, 'people', await aWorkbook(lines))).toMatchObject({ changed: 1, broken: 0 })
    expect(await entryOf('B2')).toMatchObject({ title: '路长', spot: '迎春社区 3 号楼' })
    await loadStaff(boris)
    expect(await entryOf('B2')).not.toHaveProperty('spot')
  })

  it('puts people on the roster with their roles; a head has a caseload from then on; again it is the same', async () => {
    expect(await loadStaff(anna, boris)).toMatchObject({ added: 2, broken: 0 })
    const entry = await entryOf('B2')
    expect(entry).toMatchObject({ name: '人员B2', person: null, title: '二级主办' })
    expect((entry?.['grants'] as { role: string }[]).map(({ role }) => role)).toEqual(['head', 'grid'])
    const { data } = await db
      .collection('caseloads')
      .doc(`head-${String(entry?.['_id'])}`)
      .get()
    expect(data).toMatchObject({ shops: [], kind: 'head' })
    expect(await loadStaff(anna, boris)).toMatchObject({ added: 0, changed: 0, same: 2 })
  })

  it('an unknown role, place or agency is told by its column', async () => {
    const view = await loadStaff(
      staff('1', '13800000011', '队长'),
      staff('2', '13800000012', '网格员'),
      staff('3', '13800000013', '网格员：没有的社区'),
      staff('4', '13800000014', '店长', { agency: '没有的机构' }),
    )
    expect(await problemsOf(view.id)).toMatchObject([
      { row: 2, column: '角色', fault: 'not-one-of' },
      { row: 3, column: '角色', fault: 'missing' },
      { row: 4, column: '角色', fault: 'unknown', found: '没有的社区' },
      { row: 5, column: '所属机构', fault: 'unknown' },
    ])
  })

  it('whoever has verified the phone has the roles at once, hears of it, and follows each later sheet', async () => {
    await savePhoneHolder(db, '13800000001', stranger.id)
    await loadStaff(anna)
    const rolesNow = async () => (await findPerson(stranger.id))?.grants.map(({ role }) => role)
    expect(await rolesNow()).toEqual(['head'])
    const entry = await entryOf('A1')
    const { data: caseload } = await db
      .collection('caseloads')
      .doc(`head-${String(entry?.['_id'])}`)
      .get()
    expect(caseload?.['heads']).toEqual([stranger.id])
    await deliverWaiting(later(HOUR))
    const told = yes(await listEntries({ cursor: null }, as(stranger))).rows.map(({ notice }) => notice)
    expect(told).toMatchObject([{ kind: 'role', what: 'granted', role: 'head' }])
    await loadStaff({ ...anna, roles: '审批窗口' })
    expect(await rolesNow()).toEqual(['clerk'])
    await loadStaff({ ...anna, phone: '13800000009' })
    expect(await rolesNow()).toEqual([])
    expect((await entryOf('A1'))?.['person']).toBeNull()
    const { data: lines } = await db
      .collection('audit')
      .where({ district, subject: `roster/${String(entry?.['_id'])}` })
      .get()
    expect(lines.map((line) => line['what']).sort()).toEqual(
      ['role.awaiting', 'role.granted', 'role.granted', 'role.revoked', 'role.revoked'].sort(),
    )
  })

  it('an entry that command wrote by phone gets the number instead of a twin', async () => {
    await db.collection('roster').add({
      data: {
        ...{ _id: 'by-phone', district, number: null, name: '旧名', phone: '13800000001', title: '' },
        ...{ grants: [], person: null, version: 1, roles: [], places: [] },
      },
    })
    expect(await loadStaff(anna)).toMatchObject({ added: 0, changed: 1 })
    expect((await inCollection('roster')).map(({ _id }) => _id)).toEqual(['by-phone'])
  })

  it('takes neither the last command nor a head who still has shops', async () => {
    await loadStaff(anna, staff('Z9', '13800000099', '区指挥部'))
    await loaded(env, 'shops', await aSheet('shops', [aShopRow(1)]))
    await loaded(env, 'assignments', await aSheet('assignments', [{ shop: '店00001', head: 'A1' }]))
    const view = await loadStaff({ ...anna, roles: '审批窗口' }, staff('Z9', '13800000099', '审批窗口'))
    expect(await problemsOf(view.id)).toMatchObject([
      { row: 2, column: '角色', fault: 'holds-shops' },
      { row: 3, column: '角色', fault: 'last-command' },
    ])
    expect((await entryOf('Z9'))?.['roles']).toEqual(['command'])
  })
})

describe('assignments', () => {
  const assign = async (rows: readonly Row[]) => loaded(env, 'assignments', await aSheet('assignments', rows))
  const shopsOf = async (number: string): Promise<number> => {
    const { data } = await db
      .collection('caseloads')
      .doc(`head-${String((await entryOf(number))?.['_id'])}`)
      .get()
    return (data?.['shops'] as string[]).length
  }
  beforeEach(async () => {
    await loadStaff(anna, boris, narrow)
    const bath = { ...aShopRow(6), trade: '小浴池' }
    await loaded(env, 'shops', await aSheet('shops', [...[1, 2, 3, 4, 5].map(aShopRow), bath]))
  })
  const toAnna = [1, 2, 3].map((at) => ({ shop: `店0000${String(at)}`, head: 'A1', deputy: 'B2' }))

  it('are hand-overs, one for each pair of caseloads, with their lines in the audit log; again nothing moves', async () => {
    expect(await assign([...toAnna, { shop: '店00004', head: 'B2' }])).toMatchObject({ added: 4, broken: 0 })
    expect([await shopsOf('A1'), await shopsOf('B2')]).toEqual([3, 1])
    const handOvers = await inCollection('handovers')
    expect(handOvers.map(({ shops }) => (shops as string[]).length).sort()).toEqual([1, 3])
    expect(handOvers.every(({ by }) => by === command.id)).toBe(true)
    expect(await assign([...toAnna, { shop: '店00004', head: 'B2' }])).toMatchObject({
      added: 0,
      changed: 0,
      same: 4,
    })
    expect(await inCollection('handovers')).toHaveLength(2)
    expect(await assign([{ shop: '店00001', head: 'B2' }])).toMatchObject({ changed: 1 })
    expect([await shopsOf('A1'), await shopsOf('B2')]).toEqual([2, 2])
    const { data } = await db.collection('audit').where({ district, what: 'caseload.moved' }).get()
    expect(data).toHaveLength(3)
  })

  it('name the deputy, who is the same for all shops of a head', async () => {
    const view = await assign([...toAnna, { shop: '店00004', head: 'A1', deputy: 'C3' }])
    expect(await problemsOf(view.id)).toMatchObject([
      { row: 5, column: '副店长工号', fault: 'ambiguous', found: 'C3' },
    ])
    const { data } = await db
      .collection('caseloads')
      .doc(`head-${String((await entryOf('A1'))?.['_id'])}`)
      .get()
    expect(data).toMatchObject({ holder: { deputy: { entry: (await entryOf('B2'))?.['_id'] } } })
  })

  it('outside the remit of the head, of an unknown shop or head, are problems of the row', async () => {
    const view = await assign([
      { shop: '店00001', head: 'C3' },
      { shop: '店00006', head: 'C3' },
      { shop: '店99999', head: 'C3' },
      { shop: '店00002', head: 'X0' },
    ])
    expect(view).toMatchObject({ added: 1, broken: 3 })
    expect(await problemsOf(view.id)).toMatchObject([
      { row: 3, column: '店长工号', fault: 'outside-remit' },
      { row: 4, column: '登记编号', fault: 'unknown', found: '店99999' },
      { row: 5, column: '店长工号', fault: 'unknown', found: 'X0' },
    ])
  })

  it('tell the heads', async () => {
    await savePhoneHolder(db, '13800000001', asId<'person'>(stranger.id))
    await loadStaff({ ...anna, title: '组长' })
    await assign(toAnna)
    await deliverWaiting(later(HOUR))
    const told = yes(await listEntries({ cursor: null }, as(stranger))).rows.map(({ notice }) => notice)
    expect(told).toContainEqual(expect.objectContaining({ kind: 'caseload', what: 'received', shops: 3 }))
  })
})
