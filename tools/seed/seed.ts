import { createHash } from 'node:crypto'

import { asId, type Id } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'

import { connectTo } from '../connect'
import { categories, cells, departments, district, routes, streets } from './district'
import { makePeople, type SeedPerson } from './people'
import { drawPicture } from './pictures'
import { randomFrom } from './random'
import { makeReports } from './reports'

const pictureCount = 10
const batch = 50

export interface SeedOptions {
  readonly url: string
  readonly env: string
  readonly now: number
  readonly reports: number
}

/** Fills an empty environment with the made-up district; answers who lives there, for the local bar. */
export const seed = async ({
  url,
  env,
  now,
  reports: count,
}: SeedOptions): Promise<readonly SeedPerson[]> => {
  connectTo(url, env)
  const [{ db }, { writeFile }, districtStore, peopleStore, reportStore, signalStore] = await Promise.all([
    import('../../cloudfunctions/cloud/database'),
    import('../../cloudfunctions/cloud/files'),
    import('../../cloudfunctions/store/districts'),
    import('../../cloudfunctions/store/people'),
    import('../../cloudfunctions/store/reports'),
    import('../../cloudfunctions/store/signals'),
  ])
  const addAll = async (collection: string, documents: readonly Readonly<Record<string, unknown>>[]) => {
    for (let from = 0; from < documents.length; from += batch)
      await db.collection(collection).add({ data: documents.slice(from, from + batch) })
  }
  const inDistrict = <T extends { readonly id: string }>(things: readonly T[]) =>
    things.map(({ id, ...fields }) => ({ _id: id, district: district.id, ...fields }))

  const random = randomFrom(20261122)
  const people = makePeople(random)
  const members = people.map(({ id, grants }) => ({
    id,
    grants,
    district: district.id,
    signalKey: asId<'signal'>(random.hex(32)),
    readUntil: peopleStore.neverRead,
  }))
  await addAll('streets', inDistrict(streets))
  await addAll('cells', inDistrict(cells))
  await addAll('departments', inDistrict(departments))
  await addAll('categories', inDistrict(categories))
  await districtStore.saveRoutes(district.id, routes)
  await addAll(
    'signals',
    members.map(({ signalKey }) => signalStore.signalDocument(signalKey)),
  )
  await addAll('people', members.map(peopleStore.personDocument))
  await addAll(
    'identities',
    people.map(({ id, openid, name }) => peopleStore.identityDocument({ id, openid, name })),
  )

  const photos: Id<'photo'>[] = []
  for (let at = 0; at < pictureCount; at += 1) {
    const bytes = drawPicture(random)
    const name = createHash('sha256').update(bytes).digest('hex')
    photos.push(asId(await writeFile(`kept/${district.id}/seed-${name}.png`, bytes)))
  }
  const reports = makeReports(random, people, photos, asInstant(now), count)
  await addAll(
    'reports',
    reports.map((report) => reportStore.reportDocument(report, '')),
  )
  const { id, ...fields } = district
  await db.collection('districts').add({ data: { _id: id, ...fields } })
  return people
}
