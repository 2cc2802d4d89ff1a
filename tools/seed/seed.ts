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
import { makeChats, type Talkers } from './chats'
import { drawScene, sceneNames, type Scene } from './drawings'
import { makeLibrary, type SceneFiles } from './library'
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
  const photos = await addPictures(random)
  const made = makeReports(random, people, photos, asInstant(now), reports)
  await addAll({
    reports: made.map((report) => reportDocument(report, '')),
    streetTallies: tallyDocuments(made, asInstant(now)),
  })
  await addAll(await talkDocuments(people, register, photos, now))
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

/** Its own sequence of random numbers: what was made before stays as it is. */
const talkSeed = 20261123

const pictureSize = { width: 480, height: 360 } as const

/** The library, and how the first head and the owners of that head's shops talk. */
const talkDocuments = async (
  people: readonly SeedPerson[],
  register: SeedShops,
  photos: readonly Id<'photo'>[],
  now: number,
): Promise<Collections> => {
  const talkers = talkersOf(people, register)
  const command = people.find(({ openid }) => openid === 'local-command-1')
  if (!command) throw new Error('nobody commands')
  const { documents, titles } = makeLibrary({ command, ...talkers }, await addScenes(), now)
  const pictures = photos.map((file) => ({ file, ...pictureSize }))
  return { ...documents, ...makeChats({ ...talkers, random: randomFrom(talkSeed), now, titles, pictures }) }
}

const talkersOf = (people: readonly SeedPerson[], { shops, caseloads, claims }: SeedShops): Talkers => {
  const head = people.find(({ openid }) => openid === 'local-head-1')
  const caseload = caseloads.find(({ holder }) => holder.kind === 'head' && holder.head.person === head?.id)
  if (!head || !caseload) throw new Error('there is no first head')
  const byId = new Map(people.map((one) => [one.id, one]))
  const byShop = new Map(shops.map((shop) => [shop.id, shop]))
  const owners = claims.flatMap(({ person, shop }) => {
    const [owner, owned] = [byId.get(person), byShop.get(shop)]
    return owner && owned && caseload.shops.includes(shop) ? [{ person: owner, shop: owned }] : []
  })
  return { head, caseload, owners }
}

const addScenes = async (): Promise<SceneFiles> => {
  const files = new Map<Scene, string>()
  for (const scene of sceneNames) {
    const bytes = drawScene(scene)
    const name = createHash('sha256').update(bytes).digest('hex')
    files.set(scene, await writeFile(`kept/${district.id}/seed-${name}.png`, bytes))
  }
  return files
}

const addPictures = async (random: Random): Promise<readonly Id<'photo'>[]> => {
  const photos: Id<'photo'>[] = []
  for (let at = 0; at < pictureCount; at += 1) {
    const bytes = drawPicture(random)
    const name = createHash('sha256').update(bytes).digest('hex')
    photos.push(asId(await writeFile(`kept/${district.id}/seed-${name}.png`, bytes)))
  }
  return photos
}
