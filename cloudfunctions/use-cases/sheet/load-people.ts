import type { Grant, Scope } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import { scopeOf } from '#domain/role'
import type { RosterEntry } from '#domain/roster'
import { behindMask } from '#domain/sheet/mask'
import { grantChanges, mergeEntry } from '#domain/sheet/merge'
import type { WrittenRole } from '#domain/sheet/roles'
import type { Issue, SheetRow } from '#domain/sheet/rows'

import { caseloadOfEntry, findCaseloads } from '../../store/caseloads'
import { listEntriesByNumber, listEntriesOfPhone, listEntriesOfRole } from '../../store/roster'
import { sha256 } from '../derived-id'
import { inBatches, inGroups, issueAt, type LoadCall, type Loader } from './load'
import type { Places, Sought } from './places'
import { saveRosterRow } from './save-roster-row'

type Row = SheetRow<'people'>

/** each row is a transaction of its own, over the entry, its person and its caseloads */
const rowsPerBatch = 20
const writesAtOnce = 4

const freshEntry = (district: Id<'district'>, number: string): RosterEntry => ({
  ...{ id: asId(sha256(`${district}·staff·${number}`).slice(0, 32)), district, number },
  ...{ name: '', phone: '', title: '', grants: [], person: null, version: 0 },
})

const scopeIn = (
  { role, place }: WrittenRole,
  { street, cellAnywhere, department }: Places,
  district: Id<'district'>,
): Sought<Scope> => {
  const kind = scopeOf[role]
  if (kind === 'district' || place === null) return { found: { kind: 'district', district } }
  if (kind === 'street') return scoped(street(place), (id) => ({ kind, street: id }))
  if (kind === 'cell') return scoped(cellAnywhere(place), (id) => ({ kind, cell: id }))
  return scoped(department(place), (id) => ({ kind, department: id }))
}

const scoped = <T>(sought: Sought<T>, scopeWith: (id: T) => Scope): Sought<Scope> =>
  'found' in sought ? { found: scopeWith(sought.found) } : sought

interface Read {
  readonly row: Row
  readonly roles: readonly Pick<Grant, 'role' | 'scope'>[]
  readonly agency: Id<'agency'> | null | undefined
  readonly issues: readonly Issue<'people'>[]
}

const readRow = (row: Row, places: Places, district: Id<'district'>): Read => {
  const { roles: written, agency: name } = row.values
  const issues = [...row.issues]
  const roles = (written ?? []).flatMap((one) => {
    const scope = scopeIn(one, places, district)
    if ('found' in scope) return [{ role: one.role, scope: scope.found }]
    issues.push(issueAt(row, 'roles', scope.fault, one.place ?? ''))
    return []
  })
  const sought = typeof name === 'string' ? places.agency(name) : null
  if (sought && 'fault' in sought) issues.push(issueAt(row, 'agency', sought.fault, name ?? ''))
  const agency = sought === null ? (name as null | undefined) : 'found' in sought ? sought.found : null
  return { row, roles, agency, issues }
}

/** An entry that command wrote by phone, without a staff number, becomes the row's when nobody else has that number. */
const adopted = async (
  read: readonly Read[],
  known: ReadonlyMap<string, RosterEntry>,
  { district }: LoadCall,
) => {
  const found = new Map<string, RosterEntry>()
  for (const { row } of read) {
    const { number, phone } = row.values
    if (typeof number !== 'string' || typeof phone !== 'string' || known.has(number)) continue
    const entry = (await listEntriesOfPhone(district, phone)).find((one) => one.number === null)
    if (entry && ![...found.values()].some(({ id }) => id === entry.id))
      found.set(number, { ...entry, number })
  }
  return found
}

/** How many hold command, and how many shops each head has, as the batch goes on. */
interface Standing {
  readonly commanders: Set<Id<'rosterEntry'>>
  readonly shops: ReadonlyMap<string, number>
}

const manyCommanders = 200

const standing = async (entries: readonly RosterEntry[], { district }: LoadCall): Promise<Standing> => {
  const [commanders, caseloads] = await Promise.all([
    listEntriesOfRole(district, 'command', '', manyCommanders),
    findCaseloads(entries.map(({ id }) => caseloadOfEntry(id))),
  ])
  return {
    commanders: new Set(commanders.map(({ id }) => id)),
    shops: new Map(caseloads.map(({ id, shops }) => [id, shops.length])),
  }
}

/** What may not be lost by a sheet either: shops without their head, a district without command. */
const lossIssue = (
  row: Row,
  before: RosterEntry,
  after: RosterEntry,
  now: Standing,
): Issue<'people'> | null => {
  const { lost } = grantChanges(before.grants, after.grants)
  const shops = now.shops.get(caseloadOfEntry(before.id)) ?? 0
  if (lost.some(({ role }) => role === 'head') && shops > 0)
    return issueAt(row, 'roles', 'holds-shops', String(shops))
  if (!lost.some(({ role }) => role === 'command')) return null
  if ([...now.commanders].every((id) => id === before.id)) return issueAt(row, 'roles', 'last-command', '')
  now.commanders.delete(before.id)
  return null
}

const plan: Loader<'people'>['plan'] = async (rows, call) => {
  const places = await call.places()
  const read = rows.map((row) => readRow(row, places, call.district))
  const issues = read.flatMap((one) => one.issues)
  const entries = await listEntriesByNumber(
    call.district,
    rows.flatMap(({ values }) => values.number ?? []),
  )
  const known = new Map(entries.map((entry) => [entry.number ?? '', entry]))
  const taken = await adopted(read, known, call)
  const now = await standing([...entries, ...taken.values()], call)
  const targets = read.flatMap(({ row, roles, agency, issues: own }) => {
    const { number, name, phone, title, spot } = row.values
    if (own.length > 0 || !number || !name || !phone) return []
    const found = known.get(number)
    const before = found ?? taken.get(number) ?? freshEntry(call.district, number)
    const clear = behindMask('phone', phone, before.phone)
    if (!clear) {
      issues.push(issueAt(row, 'phone', 'masked', phone))
      return []
    }
    const after = mergeEntry(before, { name, phone: clear.means, title, spot, roles, agency })
    const loss = lossIssue(row, before, after, now)
    if (loss) {
      issues.push(loss)
      return []
    }
    const adoption = found === undefined && taken.has(number)
    const merged = adoption && after === before ? { ...before, version: before.version + 1 } : after
    return [{ row: row.row, before, after: merged }]
  })
  return {
    verdicts: new Map(
      targets.map(({ row, before, after }) => [
        row,
        before.version === 0 ? 'added' : before === after ? 'same' : 'changed',
      ]),
    ),
    issues,
    write: () =>
      inGroups(
        targets.filter(({ before, after }) => before !== after),
        writesAtOnce,
        ({ before, after }) => saveRosterRow(before, after, call),
      ),
  }
}

export const peopleLoader: Loader<'people'> = {
  arrange: (rows) => inBatches(rows, rowsPerBatch),
  plan,
}
