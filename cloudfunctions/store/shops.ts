import type { Id } from '#domain/kernel/id'
import type { Shop } from '#domain/shop'

import { command, db, type Documents, type Stored } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'
import { thingFrom } from './stored'

export const shopCollections: readonly CollectionDeclaration[] = [
  {
    collection: 'shops',
    indexes: [
      { name: 'shops_number', fields: ['district', 'number'], unique: true },
      { name: 'shops_code', fields: ['code'], unique: true },
      { name: 'shops_street', fields: ['district', 'street', 'number'] },
      { name: 'shops_cell', fields: ['district', 'cell', 'number'] },
      { name: 'shops_trade', fields: ['district', 'trade', 'number'] },
      { name: 'shops_street_trade', fields: ['district', 'street', 'trade', 'number'] },
      { name: 'shops_cell_trade', fields: ['district', 'cell', 'trade', 'number'] },
      { name: 'shops_grams', fields: ['district', 'grams', 'number'] },
      { name: 'shops_street_grams', fields: ['district', 'street', 'grams', 'number'] },
    ],
  },
  /** the picture of a shop's code, kept once drawn; `_id` is the code */
  { collection: 'codeimages', indexes: [] },
  { collection: 'contacts', indexes: [{ name: 'contacts_phone', fields: ['district', 'phone', '_id'] }] },
]

/** the architecture's bound for an indexed array of bigrams */
const mostGrams = 64

/** Letters and digits alone, full-width ones and capitals as their plain forms: what searching compares. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')

/**
 * Pairs of neighbouring characters, for finding a shop by any two that follow each other; name and number first, so that
 * only the end of a very long address is lost.
 */
export const gramsOf = (...texts: readonly string[]): readonly string[] => {
  const grams = texts.flatMap((text) => {
    const letters = Array.from(lettersOf(text))
    return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`)
  })
  return [...new Set(grams)].slice(0, mostGrams)
}

export const shopDocument = ({ id, ...fields }: Shop) => ({
  _id: id,
  ...fields,
  grams: gramsOf(fields.name, fields.number, fields.address),
})

export const shopFrom = ({ grams: _grams, ...fields }: Stored): Shop => thingFrom(fields) as Shop

export const findShop = async (
  from: Documents,
  district: Id<'district'>,
  id: Id<'shop'>,
): Promise<Shop | null> => {
  const { data } = await from.collection('shops').doc(id).get()
  const shop = data && shopFrom(data)
  return shop?.district === district ? shop : null
}

/** By what its QR carries. */
export const findShopByCode = async (code: Id<'shopCode'>): Promise<Shop | null> => {
  const { data } = await db.collection('shops').where({ code }).limit(1).get()
  const [row] = data
  return row ? shopFrom(row) : null
}

const atOnce = 200

/** The shops with these ids, in the order asked; unknown ones are left out. */
export const findShops = async (ids: readonly Id<'shop'>[]): Promise<readonly Shop[]> => {
  const found = new Map<string, Shop>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const wanted = ids.slice(from, from + atOnce)
    const { data } = await db
      .collection('shops')
      .where({ _id: command.in(wanted) })
      .limit(wanted.length)
      .get()
    for (const row of data) found.set(row._id, shopFrom(row))
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** A part of a district, as lists walk it. */
export type Area =
  | { readonly kind: 'district' }
  | { readonly kind: 'street'; readonly street: Id<'street'> }
  | { readonly kind: 'cell'; readonly cell: Id<'cell'> }

const withinArea = (district: Id<'district'>, { kind: _kind, ...place }: Area) => ({ district, ...place })

/** By the register's number, from after `after` on; `by` is one trade, or one pair of characters. */
export const listShops = async (
  district: Id<'district'>,
  area: Area,
  by: { readonly trade?: Id<'trade'>; readonly grams?: string },
  after: string,
  most: number,
): Promise<readonly Shop[]> => {
  const { data } = await db
    .collection('shops')
    .where({ ...withinArea(district, area), ...by, ...(after === '' ? {} : { number: command.gt(after) }) })
    .orderBy('number', 'asc')
    .limit(most)
    .get()
  return data.map(shopFrom)
}

/** Counted over the index alone. */
export const countShops = async (district: Id<'district'>, area: Area): Promise<number> => {
  const { total } = await db.collection('shops').where(withinArea(district, area)).count()
  return total
}

/** The shops with these numbers of the register, by number. */
export const findShopsByNumber = async (
  district: Id<'district'>,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Shop>> => {
  const found = new Map<string, Shop>()
  for (let from = 0; from < numbers.length; from += atOnce) {
    const wanted = numbers.slice(from, from + atOnce)
    const { data } = await db
      .collection('shops')
      .where({ district, number: command.in(wanted) })
      .limit(wanted.length)
      .get()
    for (const row of data) found.set(String(row['number']), shopFrom(row))
  }
  return found
}

/** One district's shops by number, from after `after` on. */
export const listShopsByNumber = async (
  district: Id<'district'>,
  after: string,
  most: number,
): Promise<readonly Shop[]> => {
  const { data } = await db
    .collection('shops')
    .where({ district, number: command.gt(after) })
    .orderBy('number', 'asc')
    .limit(most)
    .get()
  return data.map(shopFrom)
}

export const addShops = async (shops: readonly Shop[]): Promise<void> => {
  if (shops.length > 0) await db.collection('shops').add({ data: shops.map(shopDocument) })
}

export const saveShop = async (tx: Documents, shop: Shop): Promise<void> => {
  const { _id, ...fields } = shopDocument(shop)
  await tx.collection('shops').doc(_id).set({ data: fields })
}

/** The register's person for a shop: the only place that holds an owner's phone before the owner signs in. */
export interface Contact {
  readonly id: Id<'shop'>
  readonly district: Id<'district'>
  readonly name: string
  readonly phone: string
}

export const findContact = async (from: Documents, shop: Id<'shop'>): Promise<Contact | null> => {
  const { data } = await from.collection('contacts').doc(shop).get()
  return data && (thingFrom(data) as Contact)
}

export const listContactsOfPhone = async (
  district: Id<'district'>,
  phone: string,
): Promise<readonly Contact[]> => {
  const { data } = await db.collection('contacts').where({ district, phone }).limit(50).get()
  return data.map((row) => thingFrom(row) as Contact)
}

export const findContacts = async (
  shops: readonly Id<'shop'>[],
): Promise<ReadonlyMap<Id<'shop'>, Contact>> => {
  const found = new Map<Id<'shop'>, Contact>()
  for (let from = 0; from < shops.length; from += atOnce) {
    const wanted = shops.slice(from, from + atOnce)
    const { data } = await db
      .collection('contacts')
      .where({ _id: command.in(wanted) })
      .limit(wanted.length)
      .get()
    for (const contact of data.map((row) => thingFrom(row) as Contact)) found.set(contact.id, contact)
  }
  return found
}

export const addContacts = async (contacts: readonly Contact[]): Promise<void> => {
  if (contacts.length > 0)
    await db
      .collection('contacts')
      .add({ data: contacts.map(({ id, ...fields }) => ({ _id: id, ...fields })) })
}

export const saveContact = async (into: Documents, { id, ...fields }: Contact): Promise<void> => {
  await into.collection('contacts').doc(id).set({ data: fields })
}

export const removeContact = (from: Documents, shop: Id<'shop'>) =>
  from.collection('contacts').doc(shop).remove()

export const findCodeImage = async (code: Id<'shopCode'>): Promise<string | null> => {
  const { data } = await db.collection('codeimages').doc(code).get()
  return data && String(data['file'])
}

export const saveCodeImage = async (code: Id<'shopCode'>, file: string): Promise<void> => {
  await db.collection('codeimages').doc(code).set({ data: { file } })
}
