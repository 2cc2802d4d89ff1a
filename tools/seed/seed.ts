import { createHash } from 'node:crypto'

import { asId, type Id } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'
import { db } from '../../cloudfunctions/cloud/database'
import { writeFile } from '../../cloudfunctions/cloud/files'
import { caseloadDocument } from '../../cloudfunctions/store/caseloads'
import { claimDocument } from '../../cloudfunctions/store/claims'
import { saveRoutes } from '../../cloudfunctions/store/districts'
import { reportDocument } from '../../cloudfunctions/store/reports'
import { shopDocument } from '../../cloudfunctions/store/shops'
import { tallyDocuments } from '../../cloudfunctions/store/street-tallies'

import { connectTo } from '../connect'
import { categories, cells, departments, district, routes, streets } from './district'
import { peopleDocuments, settle } from './inhabitants'
import { makePeople, type SeedPerson } from './people'
import { drawPicture } from './pictures'
import { randomFrom, type Random } from './random'
import { makeReports } from './reports'
import { agencies, makeShops, trades, type SeedShops } from './shops'

const pictureCount = 10
const batch = 200

/** Documents by collection, ready to be added. */
export type Collections = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

export interface SeedOptions {
  readonly url: string
  readonly env: string
  readonly now: number
  readonly reports: number
}

/** Fills an empty environment with the made-up district; answers who lives there, for the local bar. */
export const seed = async ({ url, env, now, reports }: SeedOptions): Promise<readonly SeedPerson[]> => {
  connectTo(url, env)
  const random = randomFrom(20261122)
  const inhabitants = makePeople(random)
  const register = makeShops(random, inhabitants, now)
  const people = settle(inhabitants, register)
  await addAll(dictionaries)
  await saveRoutes(district.id, routes)
  await addAll(peopleDocuments(people, random, now))
  await addAll(shopDocuments(register))
  const made = makeReports(random, people, await addPictures(random), asInstant(now), reports)
  await addAll({
    reports: made.map((report) => reportDocument(report, '')),
    streetTallies: tallyDocuments(made, asInstant(now)),
  })
  // The district itself comes last: where it is missing, the seed was cut off.
  const { id, ...fields } = district
  await db.collection('districts').add({ data: { _id: id, ...fields } })
  return people
}

const addAll = async (collections: Collections): Promise<void> => {
  for (const [collection, documents] of Object.entries(collections))
    for (let from = 0; from < documents.length; from += batch)
      await db.collection(collection).add({ data: documents.slice(from, from + batch) })
}

const inDistrict = <T extends { readonly id: string }>(things: readonly T[]) =>
  things.map(({ id, ...fields }) => ({ _id: id, district: district.id, ...fields }))

const dictionaries: Collections = {
  streets: inDistrict(streets),
  cells: inDistrict(cells),
  departments: inDistrict(departments),
  categories: inDistrict(categories),
  trades: inDistrict(trades),
  agencies: inDistrict(agencies),
}

const shopDocuments = ({ shops, contacts, caseloads, claims }: SeedShops): Collections => ({
  shops: shops.map(shopDocument),
  contacts: contacts.map(({ id, ...fields }) => ({ _id: id, ...fields })),
  caseloads: caseloads.map(caseloadDocument),
  claims: claims.map(claimDocument),
})

const addPictures = async (random: Random): Promise<readonly Id<'photo'>[]> => {
  const photos: Id<'photo'>[] = []
  for (let at = 0; at < pictureCount; at += 1) {
    const bytes = drawPicture(random)
    const name = createHash('sha256').update(bytes).digest('hex')
    photos.push(asId(await writeFile(`kept/${district.id}/seed-${name}.png`, bytes)))
  }
  return photos
}
