import type { Input } from '#domain/contract/endpoints'
import { asId } from '#domain/kernel/id'
import { exportKinds, type ExportKind } from '#domain/sheet'

import { db } from '../../cloudfunctions/cloud/database'
import { temporaryUrls } from '../../cloudfunctions/cloud/files'
import { findExport, saveExport } from '../../cloudfunctions/store/sheets'
import { openExport, readExport, startExport } from '../../cloudfunctions/use-cases/sheet/export'
import { makeExport } from '../../cloudfunctions/use-cases/sheet/make-export'
import { removeOldExports } from '../../cloudfunctions/use-cases/sheet/spent'
import { workOnSheets } from '../../cloudfunctions/use-cases/sheet/work'
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

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addTradesAndAgencies()
})

const rows = (many: number) => Array.from({ length: many }, (_, at) => aShopRow(at + 1))

const plain = { of: null, clear: false, why: '' } as const
const inClear = { of: null, clear: true, why: '逐店打电话核对' } as const

const taken = async (
  kind: ExportKind,
  how: Omit<Input<'export.start'>, 'kind' | 'key'> = plain,
  now = MONDAY,
) => {
  const { id } = yes(await startExport({ kind, ...how, key: aKey() }, as(command, now)))
  await workOnSheets(now)
  const { rows: count } = yes(await readExport({ id }, as(command)))
  const { url } = yes(await openExport({ id }, as(command)))
  return { id, url, count }
}

const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

const audited = async (id: string) =>
  (
    await db
      .collection('audit')
      .where({ district, subject: `exports/${id}` })
      .orderBy('at', 'asc')
      .limit(20)
      .get()
  ).data

const loadEverything = async () => {
  const staff: readonly Readonly<Record<string, CellValue>>[] = [
    { number: 'A1', name: '甲', phone: '13800000001', roles: '店长', agency: '卫生监督所', title: '组长' },
    {
      number: 'B2',
      name: '乙',
      phone: '13800000002',
      roles: '店长；网格员：迎春街道/迎春社区；处置人员：水务处',
      ...{ title: '楼长', spot: '迎春社区 3 号楼' },
    },
  ]
  const cell = { street: '迎春街道', community: '春晖社区', name: '春晖社区第一网格', lng: 125.4, lat: 43.5 }
  await loaded(env, 'cells', await aSheet('cells', [cell]))
  await loaded(env, 'people', await aSheet('people', staff))
  await loaded(env, 'shops', await aSheet('shops', rows(4)))
  const assigned = [1, 2].map((at) => ({ shop: `店0000${String(at)}`, head: 'A1', deputy: 'B2' }))
  await loaded(env, 'assignments', await aSheet('assignments', assigned))
}

describe('an export', () => {
  it('of each kind of sheet can be loaded again, and then nothing changes', async () => {
    await loadEverything()
    for (const kind of ['streets', 'cells', 'departments', 'people', 'shops', 'assignments'] as const) {
      const hows = kind === 'people' || kind === 'shops' ? [plain, inClear] : [plain]
      for (const how of hows) {
        const { url, count } = await taken(kind, how)
        expect(count).toBeGreaterThan(0)
        const again = await loaded(env, kind, await bytesOf(url))
        expect([kind, await problemsOf(again.id)]).toEqual([kind, []])
        expect([kind, again]).toMatchObject([kind, { added: 0, changed: 0, same: count, broken: 0 }])
      }
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
    expect(await loaded(env, 'shops', await bytesOf(url))).toMatchObject({ same: evil.length, broken: 0 })
    expect(await stored()).toEqual(before)
    expect(before.map(([, address]) => address)).toEqual(evil.map((text) => (text === "'=1" ? '=1' : text)))
  })

  it('shows phones and owners masked as the lists do; in clear only for a reason', async () => {
    await loadEverything()
    for (const kind of ['people', 'shops'] as const) {
      const masked = JSON.stringify(await readBack((await taken(kind)).url))
      expect(masked).not.toMatch(/1[3-9]\d{9}/)
      expect(masked).toMatch(/1[3-9]\d\*{4}\d{4}/)
      expect(JSON.stringify(await readBack((await taken(kind, inClear)).url))).toMatch(/1[3-9]\d{9}/)
    }
    expect(JSON.stringify(await readBack((await taken('shops')).url))).not.toContain('业主1')
  })

  it.each(['', ' 查 ', '   '])(
    'in clear is refused for the reason %j, and nothing of it is kept',
    async (why) => {
      const order = { kind: 'shops' as const, of: null, clear: true, why, key: aKey() }
      expect(await startExport(order, as(command))).toMatchObject({ code: 'reason-missing' })
      expect((await db.collection('exports').where({ waiting: true }).limit(1).get()).data).toEqual([])
    },
  )

  it('in clear is for lists with phones alone', async () => {
    const order = { kind: 'audit' as const, ...inClear, key: aKey() }
    expect(await startExport(order, as(command))).toMatchObject({ code: 'bad-input' })
  })

  it('says in the audit log who asked for what and why, and each time it is opened', async () => {
    await loadEverything()
    const { id } = await taken('shops', inClear)
    yes(await openExport({ id }, as(command, later(HOUR))))
    const lines = (await audited(id)).map(({ by, what, detail, why }) => ({ by, what, detail, why }))
    const asked = { by: command.id, why: inClear.why, what: 'export.asked' }
    const opened = { ...asked, what: 'export.opened', detail: { kind: 'shops', rows: 4, phones: 'clear' } }
    expect(lines).toHaveLength(3)
    expect(lines).toEqual(
      expect.arrayContaining([{ ...asked, detail: { kind: 'shops', phones: 'clear' } }, opened]),
    )
    expect(lines.filter(({ what }) => what === 'export.opened')).toEqual([opened, opened])
    const { id: other } = await taken('handovers')
    expect((await audited(other)).map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        { kind: 'handovers', phones: 'none' },
        { kind: 'handovers', rows: 1, phones: 'none' },
      ]),
    )
  })

  it.each(exportKinds.filter((kind) => kind !== 'problems'))('of %s shows no phone', async (kind) => {
    await loadEverything()
    const { url } = await taken(kind)
    expect(JSON.stringify(await readBack(url))).not.toMatch(/1[3-9]\d{9}/)
  })

  it("of an import's problems has a line for each", async () => {
    const broken = rows(3).map((row, at) => (at === 0 ? row : { ...row, trade: '小茶馆' }))
    const { id: of } = await checked(env, 'shops', await aSheet('shops', broken))
    const { id } = yes(await startExport({ kind: 'problems', ...plain, of, key: aKey() }, as(command)))
    await workOnSheets(MONDAY)
    expect(yes(await readExport({ id }, as(command)))).toEqual({ status: 'ready', rows: 2 })
    const { url } = yes(await openExport({ id }, as(command)))
    expect((await readBack(url)).slice(1)).toEqual([
      ['表1', 3, '行业', '系统里没有', '小茶馆'],
      ['表1', 4, '行业', '系统里没有', '小茶馆'],
    ])
  })

  it('that had to stop between pages goes on behind them', async () => {
    await loaded(env, 'shops', await aSheet('shops', rows(1_100)))
    const { id } = yes(await startExport({ kind: 'shops', ...plain, key: aKey() }, as(command)))
    for (let stops = 0; stops < 2; stops += 1) {
      const asked = await findExport(db, id)
      if (asked) await makeExport(asked, MONDAY, () => false)
      expect(yes(await readExport({ id }, as(command)))).toMatchObject({
        status: 'waiting',
        rows: 500 * (stops + 1),
      })
    }
    await workOnSheets(MONDAY)
    expect(yes(await readExport({ id }, as(command)))).toEqual({ status: 'ready', rows: 1_100 })
    const { url } = yes(await openExport({ id }, as(command)))
    const numbers = (await readBack(url)).slice(1).map(([number]) => number)
    expect(numbers).toEqual(rows(1_100).map(({ number }) => number))
  })

  it('made twice at once is made once', async () => {
    await loaded(env, 'shops', await aSheet('shops', rows(2)))
    const { id } = yes(await startExport({ kind: 'shops', ...plain, key: aKey() }, as(command)))
    const asked = await findExport(db, id)
    if (!asked) throw new Error('the export is gone')
    await Promise.all([makeExport(asked, MONDAY, () => true), makeExport(asked, MONDAY, () => true)])
    expect(yes(await readExport({ id }, as(command)))).toEqual({ status: 'ready', rows: 2 })
    const { url } = yes(await openExport({ id }, as(command)))
    expect(await readBack(url)).toHaveLength(3)
  })

  it('asked for twice with one key is one; for another list the key is refused', async () => {
    const input = { kind: 'shops' as const, ...plain, key: aKey() }
    const both = await Promise.all([startExport(input, as(command)), startExport(input, as(command))])
    expect(both[0]).toEqual(both[1])
    const [first] = both
    expect(await audited(first.ok ? first.value.id : '')).toHaveLength(1)
    for (const other of [{ kind: 'cells' as const }, inClear])
      expect(await startExport({ ...input, ...other }, as(command))).toMatchObject({ code: 'key-reused' })
    expect(await startExport({ ...input, kind: 'problems', key: aKey() }, as(command))).toMatchObject({
      code: 'bad-input',
    })
  })

  it("is nothing for another district's command, and only its own for whoever asked", async () => {
    const other = as({ ...otherCommand, district: asId<'district'>('district-south') })
    const { id: of } = await checked(env, 'shops', await aSheet('shops', rows(1)))
    const { id } = await taken('streets')
    const nothing = { ok: false, code: 'not-found' }
    const colleague = as({ ...command, id: asId<'person'>('second-command') })
    for (const reader of [other, colleague]) {
      expect(await readExport({ id }, reader)).toMatchObject(nothing)
      expect(await openExport({ id }, reader)).toMatchObject(nothing)
    }
    expect(await audited(id)).toHaveLength(2)
    expect(await startExport({ kind: 'problems', ...plain, of, key: aKey() }, other)).toMatchObject(nothing)
  })

  it('is gone after a day', async () => {
    const { id, url } = await taken('streets')
    expect(await removeOldExports(later(DAY - HOUR))).toBe(0)
    expect(await removeOldExports(later(DAY + HOUR))).toBe(1)
    expect(yes(await readExport({ id }, as(command))).status).toBe('gone')
    expect(await openExport({ id }, as(command))).toMatchObject({ code: 'wrong-state' })
    expect((await fetch(url)).status).toBe(404)
    expect(await removeOldExports(later(DAY + HOUR))).toBe(0)
  })

  it('that was cut off halfway leaves nothing once its day is over, parts that nobody noted included', async () => {
    await loaded(env, 'shops', await aSheet('shops', rows(1_100)))
    const { id } = yes(await startExport({ kind: 'shops', ...plain, key: aKey() }, as(command)))
    const asked = await findExport(db, id)
    if (!asked) throw new Error('the export is gone')
    await makeExport(asked, MONDAY, () => false)
    const begun = await findExport(db, id)
    if (begun === null || begun.file === null) throw new Error('no place is on record')
    // The next run writes its part and is cut off before it can note it.
    await makeExport(begun, MONDAY, () => false)
    await saveExport(db, begun)
    const files = [
      begun.file,
      ...[0, 1].map((at) => begun.file?.replace('.xlsx', `-${String(at)}.json`) ?? ''),
    ]
    expect((await temporaryUrls(files)).size).toBe(3)
    expect(await removeOldExports(later(DAY + HOUR))).toBe(1)
    expect((await temporaryUrls(files)).size).toBe(0)
    expect(yes(await readExport({ id }, as(command))).status).toBe('failed')
  })

  it('that keeps failing is given up, and nothing of it stays', async () => {
    const { id } = yes(await startExport({ kind: 'shops', ...plain, key: aKey() }, as(command)))
    const asked = await findExport(db, id)
    if (!asked) throw new Error('the export is gone')
    await makeExport({ ...asked, tries: 5 }, MONDAY, () => true)
    expect(yes(await readExport({ id }, as(command))).status).toBe('failed')
    expect(await openExport({ id }, as(command))).toMatchObject({ code: 'wrong-state' })
  })
})
