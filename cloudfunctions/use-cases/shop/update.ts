import { poolOf, type Caseload } from '#domain/caseload'
import type { Input } from '#domain/contract/endpoints'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { isInside } from '#domain/place'
import { changedFacts, changeShop, type Shop } from '#domain/shop'

import type { Documents } from '../../cloud/database'
import { findCaseload, newPool, saveCaseload } from '../../store/caseloads'
import { findCell, findDistrict, findTrade } from '../../store/districts'
import { saveShop } from '../../store/shops'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { inShopTransaction } from './at-hand'

/** The facts as a whole; the audit log tells which of them changed, not what they were. */
export const update: UseCase<'shop.update'> = ({ id, version, facts }, call) =>
  inShopTransaction(id, call, async (tx, { shop, caseload, where }) => {
    if (!mayReach(call.actor, 'shop.update', where)) return refuse('not-found')
    const changed = changeShop(shop, version, facts)
    if (!changed.ok) return changed
    if (changed.value === shop) return become({ version })
    const known = await checkPlace(facts, call)
    if (!known.ok) return known
    await saveShop(tx, changed.value)
    if (changed.value.cell !== shop.cell) await changePool(tx, caseload, changed.value)
    await audit(tx, occasionOf(call), 'shop.changed', `shops/${id}`, {
      detail: { facts: changedFacts(shop, changed.value).join(',') },
    })
    return become({ version: changed.value.version })
  })

/** Another district's cell or trade does not exist here, and a point lies inside the district. */
const checkPlace = async ({ cell, street, trade, point }: Input<'shop.update'>['facts'], { actor }: Call) => {
  const [foundCell, foundTrade, district] = await Promise.all([
    findCell(actor.district, cell),
    findTrade(actor.district, trade),
    findDistrict(actor.district),
  ])
  if (!district) throw new Error(`district ${actor.district} is not on record`)
  if (foundCell?.street !== street) return refuse('unknown-cell')
  if (!foundTrade) return refuse('unknown-trade')
  if (point !== null && !isInside(district.bounds, point)) return refuse('outside-district')
  return become(null)
}

/** A shop that no head has waits in the pool of the cell it lies in; one that a head has stays with the head. */
export const changePool = async (
  tx: Documents,
  from: Caseload,
  { id, district, cell }: Shop,
): Promise<void> => {
  if (from.holder.kind === 'head') return
  const to = (await findCaseload(tx, district, poolOf(cell))) ?? newPool(district, cell)
  if (to.id === from.id) return
  const rest = from.shops.filter((shop) => shop !== id)
  await saveCaseload(tx, { ...from, shops: rest, version: from.version + 1 })
  await saveCaseload(tx, { ...to, shops: [...to.shops, id], version: to.version + 1 })
}
