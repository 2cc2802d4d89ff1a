import { asId } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { findImport } from '../../cloudfunctions/store/sheets'
import { advance } from '../../cloudfunctions/use-cases/sheet/advance'
import { cancelImport, commitImport } from '../../cloudfunctions/use-cases/sheet/move'
import { listOfImports, readImport, readProblems } from '../../cloudfunctions/use-cases/sheet/read'
import { startImport } from '../../cloudfunctions/use-cases/sheet/start'
import { yes } from '../support/a-submission'
import { command, district, MONDAY, otherCommand } from '../support/builders'
import { aKey, as, foundDistrict } from '../support/small-district'
import { handIn } from '../support/uploads'
import { addTradesAndAgencies, aSheet, aShopRow, checked, loaded, startWith, view } from '../support/workbook'

const rows = (many: number) => Array.from({ length: many }, (_, at) => aShopRow(at + 1))

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addTradesAndAgencies()
})

describe('the commands', () => {
  it('twice with one key is one import; with another file or kind the key is refused', async () => {
    const bytes = await aSheet('shops', rows(1))
    const { ticket, files } = await handIn(env, command, [bytes])
    const input = { kind: 'shops' as const, ticket, files, key: aKey() }
    const both = await Promise.all([startImport(input, as(command)), startImport(input, as(command))])
    const ids = new Set(both.map((one) => (one.ok ? one.value.id : one.code)))
    expect(ids.size).toBe(1)
    expect(await startImport(input, as(command))).toEqual(both[0])
    expect(await startImport({ ...input, kind: 'cells' }, as(command))).toMatchObject({ code: 'key-reused' })
  })

  it('commit and cancel name the version; what ran is not cancelled, what was cancelled does not run', async () => {
    const one = await checked(env, 'shops', await aSheet('shops', rows(1)))
    const target = { id: one.id, version: one.version }
    expect(await commitImport({ ...target, version: 1 }, as(command))).toMatchObject({ code: 'stale' })
    const both = await Promise.all([commitImport(target, as(command)), cancelImport(target, as(command))])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const other = await checked(env, 'shops', await aSheet('shops', rows(2)))
    yes(await cancelImport({ id: other.id, version: other.version }, as(command)))
    const { version } = await view(other.id)
    expect(await commitImport({ id: other.id, version }, as(command))).toMatchObject({ code: 'wrong-state' })
    expect((await findImport(db, other.id))?.file).toBeNull()
  })

  it('an import cancelled while it is being checked stays cancelled', async () => {
    const { id } = yes(await startWith(env, 'shops', await aSheet('shops', rows(1))))
    const waiting = await findImport(db, id)
    yes(await cancelImport({ id, version: 1 }, as(command)))
    if (waiting) await advance(waiting, MONDAY, () => true)
    expect(await view(id)).toMatchObject({ status: { kind: 'cancelled' } })
  })

  it("another district's command finds nothing here", async () => {
    const other = as({ ...otherCommand, district: asId<'district'>('district-south') })
    const { id, version } = await checked(env, 'shops', await aSheet('shops', rows(1)))
    const nothing = { ok: false, code: 'not-found' }
    expect(await readImport({ id }, other)).toMatchObject(nothing)
    expect(await readProblems({ id, cursor: null }, other)).toMatchObject(nothing)
    expect(await commitImport({ id, version }, other)).toMatchObject(nothing)
    expect(await cancelImport({ id, version }, other)).toMatchObject(nothing)
    expect(yes(await listOfImports({ cursor: null }, other)).rows).toEqual([])
    expect(yes(await listOfImports({ cursor: null }, as(command))).rows).toHaveLength(1)
  })

  it("a file under somebody else's ticket is none of the caller's", async () => {
    const { ticket, files } = await handIn(env, otherCommand, [await aSheet('shops', rows(1))])
    const input = { kind: 'shops' as const, ticket, files, key: aKey() }
    expect(await startImport(input, as(command))).toMatchObject({ code: 'ticket-unknown' })
    expect(await startImport({ ...input, files: [], key: aKey() }, as(command))).toMatchObject({
      code: 'file-missing',
    })
  })

  it('every import leaves its lines in the audit log, and the workbook goes with the end', async () => {
    const { id } = await loaded(env, 'shops', await aSheet('shops', rows(1)))
    const { data } = await db
      .collection('audit')
      .where({ district, subject: `imports/${id}` })
      .get()
    expect(data.map((line) => line['what']).sort()).toEqual([
      'import.committed',
      'import.ended',
      'import.started',
    ])
    expect((await findImport(db, id))?.file).toBeNull()
  })
})
