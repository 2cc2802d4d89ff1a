import { poolOf } from '#domain/caseload'
import type { Id } from '#domain/kernel/id'
import { changedFacts, type Shop } from '#domain/shop'
import { folded } from '#domain/sheet/cell'
import { behindMask } from '#domain/sheet/mask'
import { mergeContact, mergeShop, sameThing, type ShopReferences } from '#domain/sheet/merge'
import type { Issue, SheetRow } from '#domain/sheet/rows'

import { isDuplicate, withTransaction } from '../../cloud/transaction'
import { addCaseload, findCaseloads, listCaseloadsOfShops, newPool, putIntoPool } from '../../store/caseloads'
import {
  addContacts,
  addShops,
  findContact,
  findContacts,
  findShop,
  findShopsByNumber,
  removeContact,
  saveContact,
  saveShop,
  type Contact,
} from '../../store/shops'
import { db, type Documents } from '../../cloud/database'
import { audit } from '../audit/write'
import { randomId, sha256 } from '../derived-id'
import { inShopTransaction } from '../shop/at-hand'
import { changePool } from '../shop/update'
import {
  ChangedMeanwhile,
  inBatches,
  inGroups,
  issueAt,
  type LoadCall,
  type Loader,
  type Verdict,
} from './load'
import type { Places } from './places'

type Row = SheetRow<'shops'>

const rowsPerBatch = 100
const writesAtOnce = 10
const shopsPerTransaction = 10
const transactionsAtOnce = 4

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

/** What an export masked stands for what is known, or is a problem of the row. */
const unmasked = ({ values }: Row, known: Contact | null) => ({
  ownerName: behindMask('name', values.ownerName, known?.name ?? null),
  ownerPhone: behindMask('phone', values.ownerPhone, known?.phone ?? null),
})

const maskIssues = (row: Row, known: Contact | null): readonly Issue<'shops'>[] => {
  const found = unmasked(row, known)
  return (['ownerName', 'ownerPhone'] as const)
    .filter((column) => found[column] === null)
    .map((column) => issueAt(row, column, 'masked', row.values[column] ?? ''))
}

/** The register's person as the row says; what stands masked in it stays as it is known. */
const contactOf = (row: Row, { id, district }: Shop, known: Contact | null): Contact | null => {
  const { ownerName, ownerPhone } = unmasked(row, known)
  if (ownerName === null || ownerPhone === null) return known
  const written = mergeContact(known, {
    ...(ownerName.means !== undefined && { ownerName: ownerName.means }),
    ...(ownerPhone.means !== undefined && { ownerPhone: ownerPhone.means }),
  })
  return written && { id, district, ...written }
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
  const targets = sound.flatMap(({ row, references }): readonly Target[] => {
    const number = row.values.number ?? ''
    const before = shops.get(number) ?? null
    const after = mergeShop(before ?? freshShop(call.district, number, references), row.values, references)
    const contactBefore = (before && contacts.get(before.id)) ?? null
    const masked = maskIssues(row, contactBefore)
    issues.push(...masked)
    if (masked.length > 0) return []
    const contactAfter = contactOf(row, after, contactBefore)
    return [{ row, references, before, after, contactBefore, contactAfter }]
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
  await addContactsOf(fresh)
  await addShops(fresh.map(({ after }) => after))
  await changeShops(
    targets.filter((target) => verdictOf(target) === 'changed'),
    call,
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

const addContactsOf = async (fresh: readonly Target[]): Promise<void> => {
  const contacts = fresh.flatMap(({ contactAfter }) => contactAfter ?? [])
  try {
    await addContacts(contacts)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await inGroups(contacts, writesAtOnce, (contact) => saveContact(db, contact))
  }
}

/** Those that stay in their cell go several to a transaction; one that moves takes its caseload into its own. */
const changeShops = async (targets: readonly Target[], call: LoadCall): Promise<void> => {
  const moves = ({ before, after }: Target) => before?.cell !== after.cell
  const staying = targets.filter((target) => !moves(target))
  await inGroups(inBatches(staying, shopsPerTransaction), transactionsAtOnce, (some) =>
    changeSome(some, call),
  )
  await inGroups(targets.filter(moves), writesAtOnce, (target) => changeOne(target, call))
}

const changeSome = (targets: readonly Target[], call: LoadCall): Promise<void> =>
  withTransaction(async (tx) => {
    for (const target of targets) {
      const shop = await findShop(tx, call.district, target.after.id)
      if (shop === null) continue
      if (shop.cell !== target.after.cell) throw new ChangedMeanwhile(`shops/${shop.id}`)
      await changeIn(tx, shop, target, call)
    }
  })

const changeOne = async (target: Target, call: LoadCall): Promise<void> => {
  const occasion = { actor: call.author, now: call.now }
  await inShopTransaction(target.after.id, occasion, async (tx, { shop, caseload }) => {
    const merged = await changeIn(tx, shop, target, call)
    if (merged.cell !== shop.cell) await changePool(tx, caseload, merged)
  })
}

/** Merged again with the shop and its contact as the transaction sees them: what was changed a moment ago is not lost. */
const changeIn = async (tx: Documents, shop: Shop, target: Target, call: LoadCall): Promise<Shop> => {
  const { row, references, contactBefore, contactAfter } = target
  const merged = mergeShop(shop, row.values, references)
  const newContact = !sameThing(contactBefore, contactAfter) && (await changeContact(tx, row, shop))
  if (merged === shop && !newContact) return shop
  if (merged !== shop) await saveShop(tx, merged)
  const facts = [...(merged === shop ? [] : changedFacts(shop, merged)), ...(newContact ? ['contact'] : [])]
  await audit(
    tx,
    { district: call.district, by: call.author.id, now: call.now },
    'shop.changed',
    subjectOf(shop),
    {
      detail: { import: call.id, facts: facts.join(',') },
    },
  )
  return merged
}

const subjectOf = ({ id }: Shop): string => `shops/${id}`

/** Whether the register's person became another; a mask that no longer fits changes nothing. */
const changeContact = async (tx: Documents, row: Row, shop: Shop): Promise<boolean> => {
  const known = await findContact(tx, shop.id)
  const contact = contactOf(row, shop, known)
  if (sameThing(known, contact)) return false
  if (contact) await saveContact(tx, contact)
  else await removeContact(tx, shop.id)
  return true
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
