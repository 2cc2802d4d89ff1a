import { asId } from '#domain/kernel/id'
import { exportKinds, type ExportKind } from '#domain/sheet'

import { db } from '../../cloudfunctions/cloud/database'
import { findExport } from '../../cloudfunctions/store/sheets'
import { readExport, startExport } from '../../cloudfunctions/use-cases/sheet/export'
import { makeExport } from '../../cloudfunctions/use-cases/sheet/make-export'
import { removeOldExports, workOnSheets } from '../../cloudfunctions/use-cases/sheet/work'
import { yes } from '../support/a-submission'
import { command, DAY, district, HOUR, later, MONDAY, otherCommand } from '../support/builders'
import { aKey, as, foundDistrict } from '../support/small-district'
import {
  addTradesAndAgencies,
  aSheet,
  aShopRow,
  checked,
  loaded,
  problemsOf,
  readBack,
  type CellValue,
} from '../support/workbook'

jest.setTimeout(20_000)

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addTradesAndAgencies()
})

const rows = (many: number) => Array.from({ length: many }, (_, at) => aShopRow(at + 1))

const taken = async (kind: ExportKind, now = MONDAY) => {
  const { id } = yes(await startExport({ kind, of: null, key: aKey() }, as(command, now)))
  await workOnSheets(now)
  const made = yes(await readExport({ id }, as(command)))
  if (made.url === null) throw new Error(`the export of ${kind} is ${made.status}`)
  return { id, url: made.url, count: made.rows }
}

const loadEverything = async () => {
  const staff: readonly Readonly<Record<string, CellValue>>[] = [
    { number: 'A1', name: '甲', phone: '13800000001', roles: '店长', agency: '卫生监督所', title: '组长' },
    {
      number: 'B2',
      name: '乙',
      phone: '13800000002',
      roles: '店长；网格员：迎春街道/迎春社区；处置人员：水务处',
    },
  ]
  await loaded(env, 'people', await aSheet('people', staff))
  await loaded(env, 'shops', await aSheet('shops', rows(4)))
  const assigned = [1, 2].map((at) => ({ shop: `店0000${String(at)}`, head: 'A1', deputy: 'B2' }))
  await loaded(env, 'assignments', await aSheet('assignments', assigned))
}

describe('an export', () => {
  it('of each kind of sheet can be loaded again, and then nothing changes', async () => {
    await loadEverything()
    for (const kind of ['streets', 'cells', 'departments', 'people', 'shops', 'assignments'] as const) {
      const { url, count } = await taken(kind)
      expect(count).toBeGreaterThan(0)
      const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
      const again = await loaded(env, kind, bytes)
      expect([kind, await problemsOf(again.id)]).toEqual([kind, []])
      expect([kind, again]).toMatchObject([kind, { added: 0, changed: 0, same: count, broken: 0 }])
    }
  })

  it('holds no formula: what begins like one is text with a quote before it, and comes back as it was', async () => {
    const evil = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', "'=1", '＝1＋1', '5=5', '-']
    const lines = evil.map((name, at) => ({ ...aShopRow(at + 1), name: `'${name}`, address: name }))
    await loaded(env, 'shops', await aSheet('shops', lines))
    const stored = async () =>
      (await db.collection('shops').where({ district }).orderBy('number', 'asc').limit(20).get()).data.map(
        (shop) => [shop['name'], shop['address']],
      )
    const before = await stored()
    const { url } = await taken('shops')
    for (const line of await readBack(url))
      for (const cell of line) if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r]/)
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(await loaded(env, 'shops', bytes)).toMatchObject({ same: evil.length, broken: 0 })
    expect(await stored()).toEqual(before)
    expect(before.map(([, address]) => address)).toEqual(evil.map((text) => (text === "'=1" ? '=1' : text)))
  })

  it('says in the audit log who took what, and whether phones stand in it', async () => {
    await loadEverything()
    await taken('shops')
    await taken('handovers')
    const { data } = await db.collection('audit').where({ district, what: 'export.made' }).get()
    expect(data.map(({ by, detail }) => ({ by, detail }))).toEqual(
      expect.arrayContaining([
        { by: command.id, detail: { kind: 'shops', rows: 4, phones: 'clear' } },
        { by: command.id, detail: { kind: 'handovers', rows: 1, phones: 'none' } },
      ]),
    )
  })

  it.each(exportKinds.filter((kind) => kind !== 'people' && kind !== 'shops' && kind !== 'problems'))(
    'of %s shows no phone',
    async (kind) => {
      await loadEverything()
      const { url } = await taken(kind)
      expect(JSON.stringify(await readBack(url))).not.toMatch(/1[3-9]\d{9}/)
    },
  )

  it("of an import's problems has a line for each", async () => {
    const broken = rows(3).map((row, at) => (at === 0 ? row : { ...row, trade: '小茶馆' }))
    const { id: of } = await checked(env, 'shops', await aSheet('shops', broken))
    const { id } = yes(await startExport({ kind: 'problems', of, key: aKey() }, as(command)))
    await workOnSheets(MONDAY)
    const { url, rows: count } = yes(await readExport({ id }, as(command)))
    expect(count).toBe(2)
    expect((await readBack(url ?? '')).slice(1)).toEqual([
      ['表1', 3, '行业', '系统里没有', '小茶馆'],
      ['表1', 4, '行业', '系统里没有', '小茶馆'],
    ])
  })

  it('that had to stop between pages goes on behind them', async () => {
    await loaded(env, 'shops', await aSheet('shops', rows(1_100)))
    const { id } = yes(await startExport({ kind: 'shops', of: null, key: aKey() }, as(command)))
    for (let stops = 0; stops < 2; stops += 1) {
      const asked = await findExport(db, id)
      if (asked) await makeExport(asked, MONDAY, () => false)
      expect(yes(await readExport({ id }, as(command)))).toMatchObject({
        status: 'waiting',
        rows: 500 * (stops + 1),
      })
    }
    await workOnSheets(MONDAY)
    const { url, rows: count } = yes(await readExport({ id }, as(command)))
    expect(count).toBe(1_100)
    const numbers = (await readBack(url ?? '')).slice(1).map(([number]) => number)
    expect(numbers).toEqual(rows(1_100).map(({ number }) => number))
  }, 60_000)

  it('made twice at once is made once', async () => {
    await loaded(env, 'shops', await aSheet('shops', rows(2)))
    const { id } = yes(await startExport({ kind: 'shops', of: null, key: aKey() }, as(command)))
    const asked = await findExport(db, id)
    if (!asked) throw new Error('the export is gone')
    await Promise.all([makeExport(asked, MONDAY, () => true), makeExport(asked, MONDAY, () => true)])
    const { data } = await db
      .collection('audit')
      .where({ district, subject: `exports/${id}` })
      .get()
    expect(data).toHaveLength(1)
    expect(yes(await readExport({ id }, as(command)))).toMatchObject({ status: 'ready', rows: 2 })
  })

  it('asked for twice with one key is one; for another list the key is refused', async () => {
    const input = { kind: 'shops' as const, of: null, key: aKey() }
    const both = await Promise.all([startExport(input, as(command)), startExport(input, as(command))])
    expect(both[0]).toEqual(both[1])
    expect(await startExport({ ...input, kind: 'cells' }, as(command))).toMatchObject({ code: 'key-reused' })
    expect(await startExport({ kind: 'problems', of: null, key: aKey() }, as(command))).toMatchObject({
      code: 'bad-input',
    })
  })

  it("is nothing for another district's command", async () => {
    const other = as({ ...otherCommand, district: asId<'district'>('district-south') })
    const { id: of } = await checked(env, 'shops', await aSheet('shops', rows(1)))
    const { id } = await taken('streets')
    const nothing = { ok: false, code: 'not-found' }
    expect(await readExport({ id }, other)).toMatchObject(nothing)
    expect(await startExport({ kind: 'problems', of, key: aKey() }, other)).toMatchObject(nothing)
  })

  it('is gone after a day', async () => {
    const { id, url } = await taken('streets')
    expect(await removeOldExports(later(DAY - HOUR))).toBe(0)
    expect(await removeOldExports(later(DAY + HOUR))).toBe(1)
    expect(yes(await readExport({ id }, as(command))).url).toBeNull()
    expect((await fetch(url)).status).toBe(404)
  })
})
