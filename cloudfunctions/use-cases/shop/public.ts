import { holdsShop } from '#domain/claim'
import type { PublicShop } from '#domain/contract/shop'
import { dayOf } from '#domain/kernel/day'
import { become, refuse } from '#domain/kernel/result'
import { isValidOn, type Shop } from '#domain/shop'

import { findOpenClaim } from '../../store/claims'
import { findShopByCode } from '../../store/shops'
import type { OpenCall, UseCase } from '../call'
import { withCaseload } from './at-hand'
import { officersOf } from './read'
import { shopRows } from './rows'

/** The public board behind a shop's QR: for everybody, of whatever district, so that it says nothing of any owner. */
export const readPublic: UseCase<'shop.public'> = async ({ code }, { actor, now }) => {
  const shop = await findShopByCode(code)
  if (!shop) return refuse('not-found')
  const { caseload } = await withCaseload(shop)
  const [[row], { head }, claim] = await Promise.all([
    shopRows([shop], now),
    officersOf(caseload),
    claimOf(shop, actor),
  ])
  if (!row) throw new Error(`shop ${shop.id} has no row`)
  const { id, name, trade, address, state, health } = row
  const certificates = certificatesOf(shop, now)
  const headName = head?.name ?? null
  return become({
    id,
    name,
    trade,
    address,
    state,
    health,
    licences: shop.licences,
    certificates,
    headName,
    claim,
  })
}

/** How many of the staff hold a valid certificate, and which valid one ends first. */
const certificatesOf = ({ staff }: Shop, now: OpenCall['now']): PublicShop['certificates'] => {
  const ends = staff
    .flatMap(({ certificate }) => certificate?.until ?? [])
    .filter((until) => isValidOn(until, dayOf(now)))
    .sort()
  return { staff: staff.length, valid: ends.length, soonest: ends[0] ?? null }
}

const claimOf = async ({ id }: Shop, actor: OpenCall['actor']): Promise<PublicShop['claim']> => {
  const claim = actor && (await findOpenClaim(actor.id, id))
  if (!claim) return 'none'
  return holdsShop(claim) ? 'held' : 'asked'
}
