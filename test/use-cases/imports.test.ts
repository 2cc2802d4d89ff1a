import type { RowProblem } from '#domain/sheet'

import { db } from '../../cloudfunctions/cloud/database'
import { findImport, saveProgress } from '../../cloudfunctions/store/sheets'
import { advance } from '../../cloudfunctions/use-cases/sheet/advance'
import { commitImport } from '../../cloudfunctions/use-cases/sheet/move'
import { workOnSheets } from '../../cloudfunctions/use-cases/sheet/work'
import { sha256 } from '../../cloudfunctions/use-cases/derived-id'
import { yes } from '../support/a-submission'
import { command, district, HOUR, later, MONDAY } from '../support/builders'
import { as, foundDistrict } from '../support/small-district'
import {
  addTradesAndAgencies,
  aSheet,
  aShopRow,
  checked,
  loaded,
  problemsOf,
  startWith,
  view,
  type CellValue,
} from '../support/workbook'

const rows = (many: number) => Array.from({ length: many }, (_, at) => aShopRow(at + 1))

const all = async (collection: string) => {
  const found: Readonly<Record<string, unknown>>[] = []
  for (let after = ''; ;) {
    const { data } = await db
      .collection(collection)
      .where({ _id: (db as unknown as { command: { gt(value: string): unknown } }).command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(1000)
      .get()
    found.push(...data)
    const last = data.at(-1)
    if (!last || data.length < 1000) return found
    after = last._id
  }
}

/** Every shop is in exactly one caseload, and no caseload names a shop that is not there. */
const expectWhole = async (many: number) => {
  const shops = (await all('shops')).map(({ _id }) => _id)
  const held = (await all('caseloads')).flatMap((one) => one['shops'] as string[])
  expect(shops).toHaveLength(many)
  expect([...held].sort()).toEqual([...shops].sort())
  expect(new Set((await all('shops')).map((one) => one['code'])).size).toBe(many)
  expect(await all('contacts')).toHaveLength(many)
}

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addTradesAndAgencies()
})

describe('a sheet of shops', () => {
  /** Each way of being broken, in the columns where a clerk makes the mistake. */
  const breaks: readonly (readonly [
    Readonly<Record<string, CellValue>>,
    Omit<RowProblem, 'row' | 'sheet'>,
  ])[] = [
    [{ name: null }, { column: '店名', fault: 'missing', found: '' }],
    [{ name: '长'.repeat(41) }, { column: '店名', fault: 'too-long', found: '长'.repeat(41) }],
    [{ trade: '小茶馆' }, { column: '行业', fault: 'unknown', found: '小茶馆' }],
    [{ area: '约三十' }, { column: '面积', fault: 'not-a-number', found: '约三十' }],
    [{ area: -5 }, { column: '面积', fault: 'out-of-range', found: '-5' }],
    [{ street: '无名街道' }, { column: '街道', fault: 'unknown', found: '无名街道' }],
    [{ cell: '秋实社区' }, { column: '网格', fault: 'unknown', found: '秋实社区' }],
    [{ ownerPhone: '1390000' }, { column: '业主电话', fault: 'not-a-phone', found: '139****00' }],
    [{ hygieneUntil: '2026-02-30' }, { column: '卫生许可证有效期', fault: 'not-a-day', found: '2026-02-30' }],
    [{ state: '倒闭' }, { column: '状态', fault: 'not-one-of', found: '倒闭' }],
    [{ number: '店00001' }, { column: '登记编号', fault: 'duplicate', found: '店00001' }],
  ]
  const many = 2_000
  const broken = 137

  it(`${String(many)} rows with ${String(broken)} broken ones: each told exactly, the rest is in, and again nothing changes`, async () => {
    const good = rows(many)
    const expected: Omit<RowProblem, 'sheet'>[] = []
    const lines = good.map((row, at) => {
      const nth = Math.floor(at / 14) - 1
      if (at % 14 !== 0 || nth < 0 || nth >= broken) return row
      const [change, problem] = breaks[nth % breaks.length] ?? [{}, null]
      if (problem) expected.push({ row: at + 2, ...problem })
      return { ...row, ...change }
    })
    expect(expected).toHaveLength(broken)
    const bytes = await aSheet('shops', lines)

    const dry = await checked(env, 'shops', bytes)
    expect(dry).toMatchObject({ status: { kind: 'checked' }, rows: many, added: many - broken, broken })
    expect(await problemsOf(dry.id)).toEqual(expected.map((one) => ({ sheet: '表1', ...one })))
    expect(await all('shops')).toHaveLength(0)

    yes(await commitImport({ id: dry.id, version: dry.version }, as(command)))
    await workOnSheets(MONDAY)
    const done = await view(dry.id)
    expect(done).toMatchObject({
      status: { kind: 'done' },
      added: many - broken,
      changed: 0,
      same: 0,
      broken,
    })
    expect(await problemsOf(dry.id)).toEqual(expected.map((one) => ({ sheet: '表1', ...one })))
    await expectWhole(many - broken)

    const before = await all('shops')
    const again = await loaded(env, 'shops', bytes, later(HOUR))
    expect(again).toMatchObject({
      status: { kind: 'done' },
      added: 0,
      changed: 0,
      same: many - broken,
      broken,
    })
    expect(await all('shops')).toEqual(before)
  })

  it('a second sheet changes what it names and leaves the rest: staff, code and licences of other kinds', async () => {
    await loaded(env, 'shops', await aSheet('shops', rows(3)))
    const [first] = await all('shops')
    const id = String(first?.['_id'])
    const staff = [{ id: 'staff-1', name: '张一诺', certificate: null }]
    await db.collection('shops').doc(id).update({ data: { staff } })
    const number = String(first?.['number'])
    const changed = rows(3).map((row) =>
      row['number'] === number
        ? { ...row, name: '新名字', ownerPhone: '13700000001', hygiene: null, hygieneUntil: null }
        : row,
    )
    expect(await loaded(env, 'shops', await aSheet('shops', changed))).toMatchObject({
      added: 0,
      changed: 1,
      same: 2,
    })
    const { data: after } = await db.collection('shops').doc(id).get()
    expect(after).toMatchObject({ name: '新名字', staff, code: first?.['code'], version: 2 })
    expect((after?.['licences'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(['business'])
    const { data: contact } = await db.collection('contacts').doc(id).get()
    expect(contact).toMatchObject({ phone: '13700000001' })
    const { data: lines } = await db.collection('audit').where({ district, what: 'shop.changed' }).get()
    expect(lines).toHaveLength(1)
  })

  it('a shop that moves to another cell moves to its pool', async () => {
    await loaded(env, 'shops', await aSheet('shops', rows(3)))
    const moved = rows(3).map((row, at) =>
      at === 1 ? { ...row, street: '秋实街道', cell: '秋实社区' } : row,
    )
    expect(await loaded(env, 'shops', await aSheet('shops', moved))).toMatchObject({ changed: 1, same: 2 })
    const { data: pool } = await db.collection('caseloads').doc('pool-cell-autumn-1').get()
    expect(pool?.['shops']).toHaveLength(1)
    await expectWhole(3)
  })

  it('an import that broke in the middle of a batch goes on where it was and comes to the same', async () => {
    const dry = await checked(env, 'shops', await aSheet('shops', rows(350)))
    yes(await commitImport({ id: dry.id, version: dry.version }, as(command)))
    // Something in the way of the third batch's shops: its pool and its contacts are written, its shops are not.
    const _id = sha256(`${district}·shop·店00250`).slice(0, 32)
    await db.collection('shops').add({ data: { _id, district: 'elsewhere', number: 'x', code: 'x' } })
    await expect(workOnSheets(MONDAY)).rejects.toThrow()
    expect(await view(dry.id)).toMatchObject({ status: { kind: 'running' }, done: 200 })
    expect(await all('contacts')).toHaveLength(300)
    await db.collection('shops').doc(_id).remove()
    await workOnSheets(later(1_000))
    expect(await view(dry.id)).toMatchObject({ status: { kind: 'done' }, added: 350, changed: 0, same: 0 })
    await expectWhole(350)
  })

  it('killed between writing a batch and noting it, the batch counts as it did', async () => {
    const dry = await checked(env, 'shops', await aSheet('shops', rows(150)))
    yes(await commitImport({ id: dry.id, version: dry.version }, as(command)))
    let batches = 0
    const running = await findImport(db, dry.id)
    if (!running) throw new Error('the import is gone')
    await advance(running, MONDAY, () => (batches += 1) <= 1)
    const halfway = await findImport(db, dry.id)
    expect(halfway).toMatchObject({ batch: 1, done: 100 })
    // As if the write of the cursor had never arrived.
    const back = { batch: 0, done: 0, counts: running.counts, noted: halfway?.counts ?? null }
    expect(halfway && (await saveProgress(halfway, back))).toBe(true)
    await workOnSheets(MONDAY)
    expect(await view(dry.id)).toMatchObject({ status: { kind: 'done' }, added: 150, same: 0 })
    await expectWhole(150)
  })

  it('two timers at once: one works, the other leaves', async () => {
    const { id } = yes(await startWith(env, 'shops', await aSheet('shops', rows(120))))
    const answers = await Promise.all([workOnSheets(MONDAY), workOnSheets(MONDAY), workOnSheets(MONDAY)])
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(2)
    expect(await view(id)).toMatchObject({ status: { kind: 'checked' }, added: 120 })
  })

  it('a lease whose holder was killed is over after a minute', async () => {
    await db.collection('leases').add({ data: { _id: 'sheets', holder: 'gone', until: later(65_000) } })
    const { id } = yes(await startWith(env, 'shops', await aSheet('shops', rows(1))))
    expect(await workOnSheets(later(10_000))).toBe('busy')
    await workOnSheets(later(70_000))
    expect(await view(id)).toMatchObject({ status: { kind: 'checked' } })
  })

  it('two who work on one import without a lease do it once', async () => {
    const dry = await checked(env, 'shops', await aSheet('shops', rows(250)))
    yes(await commitImport({ id: dry.id, version: dry.version }, as(command)))
    const running = await findImport(db, dry.id)
    if (!running) throw new Error('the import is gone')
    await Promise.allSettled([advance(running, MONDAY, () => true), advance(running, MONDAY, () => true)])
    await workOnSheets(MONDAY)
    expect(await view(dry.id)).toMatchObject({ status: { kind: 'done' }, added: 250, same: 0 })
    await expectWhole(250)
  })

  it('two imports one after the other keep their order', async () => {
    const first = await startWith(env, 'shops', await aSheet('shops', rows(1)))
    const named = [{ ...aShopRow(1), name: '后来的名字' }]
    const second = await startWith(env, 'shops', await aSheet('shops', named), command, later(1_000))
    await workOnSheets(later(2_000))
    const views = [await view(yes(first).id), await view(yes(second).id)]
    for (const [at, { id, version }] of views.entries())
      yes(await commitImport({ id, version }, as(command, later(3_000 + at))))
    await workOnSheets(later(4_000))
    const [shop] = await all('shops')
    expect(shop?.['name']).toBe('后来的名字')
  })

  it('what never gets further is given up and lets the next one pass', async () => {
    const { id } = yes(await startWith(env, 'shops', await aSheet('shops', rows(1))))
    await db
      .collection('imports')
      .doc(id)
      .update({ data: { tries: 5 } })
    const other = yes(await startWith(env, 'shops', await aSheet('shops', rows(1)), command, later(1_000)))
    await workOnSheets(later(2_000))
    expect(await view(id)).toMatchObject({ status: { kind: 'failed', code: 'gave-up' } })
    expect(await view(other.id)).toMatchObject({ status: { kind: 'checked' } })
  })
})
