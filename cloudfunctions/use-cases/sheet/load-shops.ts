import type { Id } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'
import { folded } from '#domain/sheet/cell'
import { mergeContact, mergeShop, sameThing, type ShopReferences } from '#domain/sheet/merge'
import type { Issue, SheetRow } from '#domain/sheet/rows'

import { isDuplicate } from '../../cloud/transaction'
import {
  addCaseload,
  findCaseloads,
  listCaseloadsOfShops,
  newPool,
  poolOf,
  putIntoPool,
} from '../../store/caseloads'
import {
  addContacts,
  addShops,
  findContacts,
  findShopsByNumber,
  removeContact,
  saveContact,
  saveShop,
  type Contact,
} from '../../store/shops'
import { db } from '../../cloud/database'
import { audit } from '../audit/write'
import { randomId, sha256 } from '../derived-id'
import { inShopTransaction } from '../shop/at-hand'
import { changePool } from '../shop/update'
import { inBatches, inGroups, issueAt, type LoadCall, type Loader, type Verdict } from './load'
import type { Places } from './places'

type Row = SheetRow<'shops'>

const rowsPerBatch = 100
const writesAtOnce = 10

/** What a shop's row becomes: the shop before and after, and who the register has for it. */
interface Target {
  readonly row: Row
  readonly references: ShopReferences
  readonly before: Shop | null
  readonly after: Shop
  readonly contactBefore: Contact | null
  readonly contactAfter: Contact | null
}

/** What a row names, or what of it the district does not know. */
const refer = (row: Row, places: Places): ShopReferences | readonly Issue<'shops'>[] => {
  const { trade, street, cell, licence, licenceUntil, hygiene, hygieneUntil, food, foodUntil } = row.values
  const issues: Issue<'shops'>[] = []
  const soughtTrade = typeof trade === 'string' ? places.trade(trade) : null
  const soughtStreet = typeof street === 'string' ? places.street(street) : null
  const soughtCell =
    typeof cell === 'string' && soughtStreet && 'found' in soughtStreet
      ? places.cell(soughtStreet.found, cell)
      : null
  if (soughtTrade && 'fault' in soughtTrade)
    issues.push(issueAt(row, 'trade', soughtTrade.fault, trade ?? ''))
  if (soughtStreet && 'fault' in soughtStreet)
    issues.push(issueAt(row, 'street', soughtStreet.fault, street ?? ''))
  if (soughtCell && 'fault' in soughtCell) issues.push(issueAt(row, 'cell', soughtCell.fault, cell ?? ''))
  const ends = [
    ['licence', licence, licenceUntil],
    ['hygiene', hygiene, hygieneUntil],
    ['food', food, foodUntil],
  ] as const
  for (const [column, number, until] of ends)
    if (number === null && typeof until === 'string') issues.push(issueAt(row, column, 'missing', ''))
  const [one, two, three] = [soughtTrade, soughtStreet, soughtCell]
  if (issues.length > 0 || !one || !two || !three) return issues
  if (!('found' in one) || !('found' in two) || !('found' in three)) return issues
  return { trade: one.found, street: two.found, cell: three.found }
}

const shopId = (district: Id<'district'>, number: string): Id<'shop'> =>
  sha256(`${district}·shop·${number}`).slice(0, 32) as Id<'shop'>

const freshShop = (district: Id<'district'>, number: string, references: ShopReferences): Shop => ({
  ...{ id: shopId(district, number), district, number, code: randomId<'shopCode'>(), version: 0 },
  ...references,
  ...{ name: '', address: '', size: { area: null, places: null }, point: null, state: 'open' },
  ...{ licences: [], staff: [], findings: {} },
})

const plan: Loader<'shops'>['plan'] = async (rows, call) => {
  const places = await call.places()
  const referred = rows.map((row) => ({ row, references: refer(row, places) }))
  const issues = referred.flatMap(({ row, references }) => [
    ...row.issues,
    ...(Array.isArray(references) ? (references as readonly Issue<'shops'>[]) : []),
  ])
  const sound = referred.flatMap(({ row, references }) =>
    row.issues.length === 0 && 'trade' in references ? [{ row, references }] : [],
  )
  const shops = await findShopsByNumber(
    call.district,
    sound.flatMap(({ row }) => row.values.number ?? []),
  )
  const contacts = await findContacts([...shops.values()].map(({ id }) => id))
  const targets = sound.map(({ row, references }): Target => {
    const number = row.values.number ?? ''
    const before = shops.get(number) ?? null
    const after = mergeShop(before ?? freshShop(call.district, number, references), row.values, references)
    const known = (before && contacts.get(before.id)) ?? null
    const written = mergeContact(known, row.values)
    return {
      ...{ row, references, before, after, contactBefore: known },
      contactAfter: written && { id: after.id, district: call.district, ...written },
    }
  })
  return {
    verdicts: new Map(targets.map((target) => [target.row.row, verdictOf(target)])),
    issues,
    write: () => write(targets, call),
  }
}

const verdictOf = ({ before, after, contactBefore, contactAfter }: Target): Verdict => {
  if (before === null) return 'added'
  return before === after && sameThing(contactBefore, contactAfter) ? 'same' : 'changed'
}

/** A new shop itself comes last: where it is there, its place in a pool and its contact are there too. */
const write = async (targets: readonly Target[], call: LoadCall): Promise<void> => {
  const fresh = targets.filter(({ before }) => before === null)
  await fillPools(
    fresh.map(({ after }) => after),
    call,
  )
  await writeContacts(targets)
  await addShops(fresh.map(({ after }) => after))
  await inGroups(
    targets.filter(({ before, after }) => before !== null && before !== after),
    writesAtOnce,
    (target) => changeOne(target, call),
  )
}

const fillPools = async (shops: readonly Shop[], { district }: LoadCall): Promise<void> => {
  // After a crash some may be in a pool already, and somebody may have moved them on from there.
  const placed = new Set((await listCaseloadsOfShops(shops.map(({ id }) => id))).flatMap((one) => one.shops))
  const cells = new Map<Id<'cell'>, Id<'shop'>[]>()
  for (const { id, cell } of shops) if (!placed.has(id)) cells.set(cell, [...(cells.get(cell) ?? []), id])
  const known = new Set((await findCaseloads([...cells.keys()].map(poolOf))).map(({ id }) => id))
  await inGroups([...cells], writesAtOnce, async ([cell, ids]) => {
    if (!known.has(poolOf(cell)))
      try {
        await addCaseload({ ...newPool(district, cell), shops: ids })
        return
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    await putIntoPool(poolOf(cell), ids)
  })
}

const writeContacts = async (targets: readonly Target[]): Promise<void> => {
  const moved = targets.filter(({ contactBefore, contactAfter }) => !sameThing(contactBefore, contactAfter))
  const fresh = moved.flatMap(({ before, contactAfter }) => (before === null ? (contactAfter ?? []) : []))
  const later = moved.filter(({ before }) => before !== null)
  try {
    await addContacts(fresh)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await inGroups(fresh, writesAtOnce, (contact) => saveContact(db, contact))
  }
  await inGroups(later, writesAtOnce, async ({ after, contactAfter }) => {
    if (contactAfter) await saveContact(db, contactAfter)
    else await removeContact(db, after.id)
  })
}

/** Merged again with the shop as the transaction sees it: what its head changed a moment ago is not lost. */
const changeOne = async ({ row, references, after }: Target, call: LoadCall): Promise<void> => {
  await inShopTransaction(after.id, { actor: call.author, now: call.now }, async (tx, { shop, caseload }) => {
    const merged = mergeShop(shop, row.values, references)
    if (merged === shop) return
    await saveShop(tx, merged)
    if (merged.cell !== shop.cell) await changePool(tx, caseload, merged)
    const occasion = { district: call.district, by: call.author.id, now: call.now }
    await audit(tx, occasion, 'shop.changed', `shops/${shop.id}`, { detail: { import: call.id } })
  })
}

/** Neighbours together: a batch then touches few pools. */
const placeOf = ({ values }: Row): string => folded(`${values.street ?? ''}/${values.cell ?? ''}`)

export const shopLoader: Loader<'shops'> = {
  arrange: (rows) => {
    const places = new Map(rows.map((row) => [row, placeOf(row)]))
    const sorted = [...rows].sort((a, b) => {
      const [one, other] = [places.get(a) ?? '', places.get(b) ?? '']
      return one === other ? a.row - b.row : one < other ? -1 : 1
    })
    return inBatches(sorted, rowsPerBatch)
  },
  plan,
}
