import { holdsShop, type Claim } from '#domain/claim'
import type { Officer } from '#domain/caseload'
import type { ShopView } from '#domain/contract/shop'
import { become, refuse } from '#domain/kernel/result'
import { maskName, maskPhone } from '#domain/person'
import type { StaffMember } from '#domain/shop'
import { doorsOpenTo, sightOf } from '#domain/shop-access'

import { db } from '../../cloud/database'
import { listOpenClaimsOfShop } from '../../store/claims'
import { namesOf } from '../../store/districts'
import { findNames } from '../../store/people'
import { findEntries } from '../../store/roster'
import { findContact } from '../../store/shops'
import type { Call, UseCase } from '../call'
import { findShopFor, type ShopAtHand } from './at-hand'
import { shopRows } from './rows'

/** The shop as this reader may see it; one that is not theirs to read answers like one that does not exist. */
export const read: UseCase<'shop.read'> = async ({ id }, call) => {
  const found = await findShopFor('shop.read', id, call)
  return found ? become(await viewOf(found, call)) : refuse('not-found')
}

const viewOf = async ({ shop, caseload, where }: ShopAtHand, { actor, now }: Call): Promise<ShopView> => {
  const sight = sightOf(actor, where)
  const [[row], streets, officers, claims, contact] = await Promise.all([
    shopRows([shop], now),
    namesOf('streets', [shop.street]),
    officersOf(caseload),
    listOpenClaimsOfShop(shop.id),
    sight.contact ? findContact(db, shop.id) : null,
  ])
  if (!row) throw new Error(`shop ${shop.id} has no row`)
  const held = claims.filter(holdsShop)
  const as = held.find(({ person }) => person === actor.id)?.as ?? null
  return {
    ...row,
    number: shop.number,
    version: shop.version,
    tradeId: shop.trade,
    size: shop.size,
    street: shop.street,
    streetName: streets.get(shop.street) ?? '',
    cell: shop.cell,
    point: shop.point,
    licences: shop.licences,
    staff: sight.staff ? shop.staff : shop.staff.map(maskStaff),
    owners: sight.owners ? await namedOwners(held) : [],
    caseload: caseload.id,
    ...officers,
    contact: contact && { name: maskName(contact.name), phone: maskPhone(contact.phone) },
    may: doorsOpenTo(actor, where, as),
  }
}

const maskStaff = ({ id, name, certificate }: StaffMember): StaffMember => ({
  id,
  name: maskName(name),
  certificate: certificate && { number: '', until: certificate.until },
})

const namedOwners = async (claims: readonly Claim[]): Promise<ShopView['owners']> => {
  const names = await findNames(claims.map(({ person }) => person))
  return claims.map(({ person, as }) => ({ person, name: names.get(person) ?? '', as }))
}

/** Head and deputy under the roster's names, which are there before either has signed in. */
export const officersOf = async ({
  holder,
}: ShopAtHand['caseload']): Promise<Pick<ShopView, 'head' | 'deputy'>> => {
  if (holder.kind === 'pool') return { head: null, deputy: null }
  const { head, deputy } = holder
  const entries = await findEntries([head.entry, ...(deputy ? [deputy.entry] : [])])
  const named = ({ entry, person }: Officer) => ({
    person,
    name: entries.find(({ id }) => id === entry)?.name ?? '',
  })
  return { head: named(head), deputy: deputy && named(deputy) }
}
