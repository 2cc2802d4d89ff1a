import type { Actor } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { db } from '../../cloudfunctions/cloud/database'
import { saveRoutes } from '../../cloudfunctions/store/districts'
import { identityDocument, neverRead, personDocument } from '../../cloudfunctions/store/people'
import { signalDocument } from '../../cloudfunctions/store/signals'
import { connectTo } from '../../tools/connect'
import {
  aCategory,
  aCell,
  department,
  district,
  everyone,
  MONDAY,
  otherDepartment,
  otherStreet,
  street,
  terms,
} from './builders'

/** Where the suite's one local cloud listens; set before the first test. */
export const cloudUrl = (): string => {
  const url = process.env['LOCAL_CLOUD_URL']
  if (url === undefined) throw new Error('no local cloud: run through npm test')
  return url
}

export const bounds = { west: 125, south: 43, east: 126, north: 44 }
export const rubbish = aCategory({ id: asId<'category'>('category-rubbish'), name: '暴露垃圾', hours: 4 })
/** has a line in the other street alone */
export const water = aCategory({ id: asId<'category'>('category-water'), name: '道路积水', hours: 4 })
export const springCell = aCell({ name: '迎春社区' })
export const autumnCell = aCell({ id: asId<'cell'>('cell-autumn-1'), street: otherStreet, name: '秋实社区' })

export const openidOf = ({ id }: Actor): string => `open-${id}`
export const signalKeyOf = ({ id }: Actor): Id<'signal'> => asId(`signal-${id}`)
export const nameOf = ({ id }: Actor): string => `姓名${id}`

/** The texts that the test district's people have agreed to. */
export const consent = { privacy: '2026-11', agreement: '2026-11' } as const
const freshPerson = {
  readUntil: neverRead,
  consents: [
    { term: 'privacy', version: consent.privacy, at: MONDAY },
    { term: 'agreement', version: consent.agreement, at: MONDAY },
  ],
  notMine: [],
  leftAt: null,
} as const
const freshIdentity = { phone: '13000000000', avatar: null, copy: null } as const

/** A name of its own for one test file's database. */
export const ownEnv = (): string => `test-${Math.random().toString(36).slice(2, 10)}`

export const addPeople = async (people: readonly Actor[]): Promise<void> => {
  await db.collection('signals').add({ data: people.map((one) => signalDocument(signalKeyOf(one))) })
  await db.collection('people').add({
    data: people.map((one) => personDocument({ ...one, ...freshPerson, signalKey: signalKeyOf(one) })),
  })
  await db.collection('identities').add({
    data: people.map((one) =>
      identityDocument({ id: one.id, openid: openidOf(one), name: nameOf(one), ...freshIdentity }),
    ),
  })
}

/** Connects this process to an empty database of its own and founds the tests' district in it. */
export const foundDistrict = async (env = ownEnv()): Promise<string> => {
  connectTo(cloudUrl(), env)
  await db
    .collection('districts')
    .add({ data: { _id: district, name: '试验区', bounds, terms, consent, contact: '024-1234 0000' } })
  const add = (collection: string, things: readonly { readonly id: string }[]) =>
    db.collection(collection).add({
      data: things.map(({ id, ...fields }, position) => ({ _id: id, district, position, ...fields })),
    })
  await add('streets', [
    { id: street, name: '迎春街道' },
    { id: otherStreet, name: '秋实街道' },
  ] as never)
  await add('cells', [springCell, autumnCell])
  await add('departments', [
    { id: department, name: '环境卫生处' },
    { id: otherDepartment, name: '水务处' },
  ] as never)
  await add('categories', [rubbish, water])
  await saveRoutes(district, [
    { category: rubbish.id, street: null, department },
    { category: rubbish.id, street: otherStreet, department: otherDepartment },
    { category: water.id, street: otherStreet, department: otherDepartment },
  ])
  await addPeople(everyone)
  return env
}

let keys = 0
/** A random key as a client makes one; each call another. */
export const aKey = (): string => `key-${String((keys += 1)).padStart(16, '0')}`

export const as = (actor: Actor, now: Instant = MONDAY) => ({ actor, now, openid: openidOf(actor) })
