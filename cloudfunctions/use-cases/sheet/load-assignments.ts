import { decideMove, liesOutside, mostShops, type Caseload, type MoveCommand } from '#domain/caseload'
import { asId, type Id } from '#domain/kernel/id'
import type { RosterEntry } from '#domain/roster'
import type { Shop } from '#domain/shop'
import type { Issue, SheetRow } from '#domain/sheet/rows'

import { db } from '../../cloud/database'
import { caseloadOfEntry, listCaseloadsOfShops } from '../../store/caseloads'
import { listEntriesByNumber } from '../../store/roster'
import { findShopsByNumber } from '../../store/shops'
import { openCaseload, remitOf } from '../caseload/find'
import { hashOf, sha256 } from '../derived-id'
import { carryOutMove, seatDeputy, type AssignedMove } from './carry-assignment'
import { inBatches, issueAt, type LoadCall, type Loader, type Verdict } from './load'

type Row = SheetRow<'assignments'>

/** A row with the shop, its caseload of the moment and the one it is to be in. */
interface Assigned {
  readonly row: Row
  readonly shop: Shop
  readonly from: Caseload
}

const isHead = (entry: RosterEntry | undefined): entry is RosterEntry =>
  entry?.grants.some(({ role }) => role === 'head') === true

/** The head and the deputy of a batch: all its rows name the same head, and the first deputy stands. */
interface Officers {
  readonly to: Caseload | null
  readonly deputy: RosterEntry | null
  readonly issues: readonly Issue<'assignments'>[]
}

const findOfficers = async (rows: readonly Row[], { district }: LoadCall): Promise<Officers> => {
  const numbers = rows.flatMap(({ values: { head, deputy } }) => [head ?? [], deputy ?? []].flat())
  const entries = await listEntriesByNumber(district, [...new Set(numbers)])
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]))
  const named = rows.flatMap(({ values }) => values.deputy ?? [])[0]
  const head = byNumber.get(rows.flatMap(({ values }) => values.head ?? [])[0] ?? '')
  const deputy = byNumber.get(named ?? '')
  const issues = rows.flatMap((row) => {
    const { head: headNumber, deputy: deputyNumber } = row.values
    const found: Issue<'assignments'>[] = []
    if (typeof headNumber === 'string' && !isHead(head))
      found.push(issueAt(row, 'head', 'unknown', headNumber))
    if (typeof deputyNumber !== 'string') return found
    if (deputyNumber !== named) found.push(issueAt(row, 'deputy', 'ambiguous', deputyNumber))
    else if (!isHead(deputy)) found.push(issueAt(row, 'deputy', 'unknown', deputyNumber))
    else if (deputyNumber === headNumber) found.push(issueAt(row, 'deputy', 'duplicate', deputyNumber))
    return found
  })
  const to = isHead(head) ? await openCaseload(db, district, caseloadOfEntry(head.id)) : null
  return { to, deputy: isHead(deputy) && deputy.id !== head?.id ? deputy : null, issues }
}

/** Hand-overs of the batch: from each caseload one, as far as the receiving one has room. */
const groupMoves = (
  assigned: readonly Assigned[],
  receiver: Caseload,
  { id, author, now }: LoadCall,
): { readonly moves: readonly AssignedMove[]; readonly full: readonly Assigned[] } => {
  const groups = new Map<Id<'caseload'>, Assigned[]>()
  for (const one of assigned)
    if (one.from.id !== receiver.id) groups.set(one.from.id, [...(groups.get(one.from.id) ?? []), one])
  let to = receiver
  const moves: AssignedMove[] = []
  const full: Assigned[] = []
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const shops = group.map(({ shop }) => shop)
    const ids = shops.map((shop) => shop.id).sort()
    const body = hashOf(id, first.from.id, to.id, ids)
    const command: MoveCommand = { id: asId(sha256(body).slice(0, 32)), shops: ids, on: null, body }
    const decided = decideMove(first.from, to, command, [], { actor: author, now })
    if (!decided.ok) {
      full.push(...group)
      continue
    }
    to = decided.value.to
    moves.push({ from: first.from.id, to: to.id, command, shops })
  }
  return { moves, full }
}

const plan: Loader<'assignments'>['plan'] = async (rows, call) => {
  const officers = await findOfficers(rows, call)
  const shops = await findShopsByNumber(
    call.district,
    rows.flatMap(({ values }) => values.shop ?? []),
  )
  const holders = await listCaseloadsOfShops([...shops.values()].map(({ id }) => id))
  const holderOf = new Map(holders.flatMap((holder) => holder.shops.map((shop) => [shop, holder] as const)))
  const { to, deputy } = officers
  const remit = to && (await remitOf(to))
  const issues = [...rows.flatMap((row) => row.issues), ...officers.issues]
  for (const row of rows) {
    const number = row.values.shop
    if (typeof number !== 'string') continue
    const shop = shops.get(number)
    if (!shop || !holderOf.has(shop.id)) issues.push(issueAt(row, 'shop', 'unknown', number))
    else if (remit && liesOutside(remit, shop))
      issues.push(issueAt(row, 'head', 'outside-remit', row.values.head ?? ''))
  }
  const broken = new Set(issues.map(({ row }) => row))
  const assigned = rows.flatMap((row): readonly Assigned[] => {
    const shop = broken.has(row.row) ? undefined : shops.get(row.values.shop ?? '')
    const from = shop && holderOf.get(shop.id)
    return shop && from ? [{ row, shop, from }] : []
  })
  const { moves, full } = to ? groupMoves(assigned, to, call) : { moves: [], full: [] }
  issues.push(...full.map(({ row }) => issueAt(row, 'shop', 'too-many', row.values.shop ?? '')))
  const seats = to?.holder.kind === 'head' && deputy !== null && to.holder.deputy?.entry !== deputy.id
  return {
    verdicts: new Map(
      assigned
        .filter((one) => !full.includes(one))
        .map((one) => [one.row.row, verdictOf(one, to, seats && typeof one.row.values.deputy === 'string')]),
    ),
    issues,
    write: async () => {
      for (const move of moves) await carryOutMove(move, call)
      if (to && deputy && seats && assigned.length > 0) await seatDeputy(to.id, deputy.id, call)
    },
  }
}

const verdictOf = ({ from }: Assigned, to: Caseload | null, reseated: boolean): Verdict => {
  if (from.id === to?.id) return reseated ? 'changed' : 'same'
  return from.holder.kind === 'pool' ? 'added' : 'changed'
}

export const assignmentLoader: Loader<'assignments'> = {
  /** One head's rows together, so that each caseload they come from gives one hand-over. */
  arrange: (rows) => {
    const heads = new Map<string, Row[]>()
    for (const row of rows) {
      const head = row.values.head ?? ''
      heads.set(head, [...(heads.get(head) ?? []), row])
    }
    return [...heads.values()].flatMap((own) => inBatches(own, mostShops))
  },
  plan,
}
