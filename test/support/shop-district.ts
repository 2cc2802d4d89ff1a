import type { Actor, Grant } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import type { RosterEntry } from '#domain/roster'
import type { Shop } from '#domain/shop'

import { db } from '../../cloudfunctions/cloud/database'
import { recognise } from '../../cloudfunctions/use-cases/session/recognise'
import { findCaseload, newCaseload, newPool, saveCaseload } from '../../cloudfunctions/store/caseloads'
import { saveIdentity, findIdentityOf, savePhoneHolder } from '../../cloudfunctions/store/people'
import { saveEntry } from '../../cloudfunctions/store/roster'
import { saveContact, shopDocument } from '../../cloudfunctions/store/shops'
import { food, hair, inn } from './a-shop'
import { aGrant, anActor, cell, district } from './builders'
import { addPeople, as, openidOf } from './small-district'

const healthAgency = asId<'agency'>('agency-health')
const marketAgency = asId<'agency'>('agency-market')

const headGrant = (agency: Id<'agency'>): Grant => ({ ...aGrant('head'), agency })

/** Two heads of the health bureau, one of the market's, and a clerk. */
export const headOne = anActor('head-one', headGrant(healthAgency))
export const headTwo = anActor('head-two', headGrant(healthAgency))
export const marketHead = anActor('market-head', headGrant(marketAgency))
export const clerk = anActor('clerk', aGrant('clerk'))
export const heads = [headOne, headTwo, marketHead]

export const entryOf = ({ id }: Actor): Id<'rosterEntry'> => asId(`entry-${id}`)
export const caseloadOf = (actor: Actor): Id<'caseload'> => asId(`head-${entryOf(actor)}`)
export const pool = asId<'caseload'>(`pool-${cell}`)
export const officialName = ({ id }: Actor): string => `官名${id}`

let phones = 0
export const aPhone = (): string => `139${String((phones += 1)).padStart(8, '0')}`

export const anEntry = (actor: Actor, given: Partial<RosterEntry> = {}): RosterEntry => ({
  id: entryOf(actor),
  district,
  number: null,
  name: officialName(actor),
  phone: aPhone(),
  title: '店长',
  grants: actor.grants,
  person: actor.id,
  version: 1,
  ...given,
})

/** The trades, agencies, heads with empty caseloads, and the pool of the tests' cell. */
export const foundShopOffice = async (): Promise<void> => {
  const add = (collection: string, things: readonly { readonly id: string }[]) =>
    db.collection(collection).add({
      data: things.map(({ id, ...fields }, position) => ({ _id: id, district, position, ...fields })),
    })
  await add('trades', [
    { id: hair, name: '小理发美容店' },
    { id: inn, name: '小旅店' },
    { id: food, name: '小餐饮' },
  ] as never)
  await add('agencies', [
    { id: healthAgency, name: '卫生监督所', trades: [hair, inn] },
    { id: marketAgency, name: '市场监管所', trades: [food] },
  ] as never)
  await addPeople([...heads, clerk])
  for (const head of heads) {
    await saveEntry(db, anEntry(head))
    await saveCaseload(db, newCaseload(district, { entry: entryOf(head), person: head.id }))
  }
  await saveCaseload(db, newPool(district, cell))
}

/** Stores shops and puts them into one caseload, in the order given. */
export const addShops = async (caseload: Id<'caseload'>, shops: readonly Shop[]): Promise<void> => {
  for (let from = 0; from < shops.length; from += 200)
    await db.collection('shops').add({ data: shops.slice(from, from + 200).map(shopDocument) })
  const before = await findCaseload(db, district, caseload)
  if (!before) throw new Error(`no caseload ${caseload}`)
  await saveCaseload(db, { ...before, shops: [...before.shops, ...shops.map(({ id }) => id)] })
}

/** Somebody who has verified this phone with WeChat. */
export const aPersonWithPhone = async (name: string, phone = aPhone()): Promise<Actor> => {
  const actor = anActor(name)
  await addPeople([actor])
  const identity = await findIdentityOf(db, actor.id)
  if (!identity) throw new Error(`${name} was not added`)
  await saveIdentity(db, { ...identity, phone })
  await savePhoneHolder(db, phone, actor.id)
  return actor
}

/** Somebody who has agreed, and verified nothing yet. */
export const withoutPhone = async (name: string): Promise<Actor> => {
  const actor = anActor(name)
  await addPeople([actor])
  const identity = await findIdentityOf(db, actor.id)
  if (identity) await saveIdentity(db, { ...identity, phone: null })
  return actor
}

export const contactFor = (shop: Shop, phone: string) =>
  saveContact(db, { id: shop.id, district, name: '邹小棠', phone })

/** The person with the grants of this moment, as `api` would recognise the caller. */
export const nowAs = async (actor: Actor, now = as(actor).now) => {
  const known = await recognise(openidOf(actor), now)
  if (!known) throw new Error(`${actor.id} is a visitor`)
  return as(known, now)
}

/** What the audit log says of this thing, oldest first. */
export const auditOf = async (subject: string) => {
  const { data } = await db.collection('audit').where({ district, subject }).orderBy('at', 'asc').get()
  return data
}
