import type { Actor } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { claimDocument, findClaim, listClaims } from '../../cloudfunctions/store/claims'
import { findIdentityOf, findPerson } from '../../cloudfunctions/store/people'
import { saveEntry } from '../../cloudfunctions/store/roster'
import { clearDepartures } from '../../cloudfunctions/use-cases/account/clear-away'
import { deleteAccount } from '../../cloudfunctions/use-cases/account/delete'
import { exportAccount } from '../../cloudfunctions/use-cases/account/export'
import { portrayAccount } from '../../cloudfunctions/use-cases/account/portray'
import { renameAccount } from '../../cloudfunctions/use-cases/account/rename'
import { move } from '../../cloudfunctions/use-cases/caseload/move'
import { ask } from '../../cloudfunctions/use-cases/claim/ask'
import { inviteAgent } from '../../cloudfunctions/use-cases/claim/invite'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { grantRole } from '../../cloudfunctions/use-cases/role/grant'
import { revokeRole } from '../../cloudfunctions/use-cases/role/revoke'
import { draftFile, sweepDrafts } from '../../cloudfunctions/use-cases/upload/draft'
import { aClaim, aShop } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command, district, HOUR, later } from '../support/builders'
import { accept, aHeadedShop, aHeld, step } from '../support/claims'
import {
  addShops,
  anEntry,
  aPersonWithPhone,
  aPhone,
  caseloadOf,
  contactFor,
  foundShopOffice,
  headOne,
  headTwo,
  nowAs,
  officialName,
} from '../support/shop-district'
import { aKey, as, cloudUrl, foundDistrict, nameOf, openidOf } from '../support/small-district'
import { aPhoto, handIn } from '../support/uploads'
import { textsOfEverything } from '../support/wechat'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

const MINUTE = 60_000
/** What the clock does in the minutes after: the notices, then what was still under way. */
const minutesLater = async () => {
  await deliverWaiting(later(MINUTE))
  await clearDepartures(later(3 * MINUTE))
  await clearDepartures(later(6 * MINUTE))
}
const tracesOf = async (traces: readonly string[]) => {
  const everything = await textsOfEverything(cloudUrl(), env)
  expect(everything.length).toBeGreaterThan(10)
  return everything.filter((text) => traces.some((trace) => text.includes(trace)))
}
const pathOf = (file: string | undefined): string => {
  const [path] = /kept\/.+/.exec(file ?? '') ?? []
  if (path === undefined) throw new Error(`${String(file)} is no kept file`)
  return path
}
const keptFiles = async (): Promise<readonly string[]> => {
  const listing = await (await fetch(`${cloudUrl()}/debug/files?env=${env}`)).text()
  return [...new Set(listing.match(/kept\/[\w./-]+/g) ?? [])].sort()
}
const heads = async (actor: Actor) =>
  yes(await listEntries({ cursor: null }, as(actor))).rows.flatMap(({ notice }) =>
    notice.kind === 'head' ? [notice.headName] : [],
  )
const leave = async (actor: Actor) => deleteAccount({ confirm: true }, await nowAs(actor))
/** A picture and a copy of everything: files that go with the account. */
const picturesOf = async (actor: Actor) => {
  yes(await portrayAccount(await handIn(env, actor, [aPhoto(41)]), as(actor)))
  yes(await exportAccount({}, as(actor)))
  const identity = await findIdentityOf(db, actor.id)
  return [pathOf(identity?.avatar ?? ''), pathOf(identity?.copy?.file)]
}

it('of a head who was seated, answered claims and handed the shops on nothing is left', async () => {
  const phone = aPhone()
  const exHead = await aPersonWithPhone('ex-head', phone)
  yes(await renameAccount({ name: '邢小舟' }, as(exHead)))
  const grant = { ...(headOne.grants[0] ?? { role: 'head', scope: { kind: 'district', district } }) } as const
  yes(await grantRole({ phone, name: '邢官舟', grant }, as(command)))
  const { data: entries } = await db.collection('roster').where({ district, phone }).get()
  const entry = asId<'rosterEntry'>(entries[0]?._id ?? '')
  const seat = asId<'caseload'>(`head-${entry}`)
  const { shop, person: owner } = await aHeld()
  const handOn = async (from: Id<'caseload'>, to: Id<'caseload'>) =>
    yes(await move({ key: aKey(), from, to, shops: [shop.id], on: null }, as(command)))
  await handOn(caseloadOf(headOne), seat)
  const asker = await aPersonWithPhone('asks-ex-head')
  const papers = await handIn(env, asker, [aPhoto(42)])
  const { id } = yes(await ask({ code: shop.code, ...papers, key: aKey() }, as(asker)))
  yes(await step('confirm', id, exHead))
  await deliverWaiting(later(MINUTE))
  expect(await heads(owner)).toEqual(['邢官舟'])
  const files = await picturesOf(exHead)
  expect(await leave(exHead)).toMatchObject({ code: 'holds-office' })
  await handOn(seat, caseloadOf(headTwo))
  yes(await revokeRole({ entry, grant, why: '调离' }, as(command)))
  const former = { ...anEntry(exHead), id: asId<'rosterEntry'>('former'), name: '邢旧册', phone: aPhone() }
  await saveEntry(db, { ...former, grants: [] })

  yes(await leave(exHead))
  await deliverWaiting(later(MINUTE))
  const traces = ['邢小舟', '邢官舟', '邢旧册', nameOf(exHead), phone, openidOf(exHead)]
  expect(await tracesOf(traces)).toEqual([])
  await minutesLater()
  expect(await tracesOf([...traces, ...files])).toEqual([])
  expect((await heads(owner)).sort()).toEqual([officialName(headTwo), null].sort())
  expect((await findClaim(db, district, id))?.history.at(-1)?.by).toBe(exHead.id)
  expect(await findPerson(exHead.id)).toMatchObject({ grants: [], leftAt: later(0) })
})

it('of an owner with licences, an invitation and an agent nothing is left but ids', async () => {
  const { shop, person: owner } = await aHeld()
  const phone = String((await db.collection('contacts').doc(shop.id).get()).data?.['phone'])
  yes(await renameAccount({ name: '梅老板' }, as(owner)))
  const agentPhone = aPhone()
  const agent = await aPersonWithPhone('stays-agent', agentPhone)
  const invite = (of: string, name: string) => ({ shop: shop.id, phone: of, name, key: aKey() })
  yes(await inviteAgent(invite(agentPhone, '阿茶'), await nowAs(owner)))
  yes(await accept(shop, agent))
  const invitedPhone = aPhone()
  yes(await inviteAgent(invite(invitedPhone, '未应约'), await nowAs(owner)))
  const other = await aHeld()
  const toOwner = { shop: other.shop.id, phone, name: '梅受邀', key: aKey() }
  yes(await inviteAgent(toOwner, await nowAs(other.person)))
  const claims: Id<'claim'>[] = []
  for (const answer of ['confirm', 'refuse', null] as const) {
    const asked = await aHeadedShop()
    const papers = await handIn(env, owner, [aPhoto(50 + claims.length)])
    const { id } = yes(await ask({ code: asked.code, ...papers, key: aKey() }, as(owner)))
    if (answer) yes(await step(answer, id, headOne, '看不清'))
    claims.push(id)
  }
  const photos = (await Promise.all(claims.map((id) => findClaim(db, district, id)))).flatMap(
    (claim) => claim?.photos ?? [],
  )
  expect(photos).toHaveLength(3)
  const files = [...(await picturesOf(owner)), ...photos.map(pathOf)]
  expect(await keptFiles()).toEqual(expect.arrayContaining(files))

  yes(await leave(owner))
  const traces = ['梅老板', '梅受邀', nameOf(owner), phone, openidOf(owner), invitedPhone, '未应约']
  expect(await tracesOf(traces)).toEqual([])
  await minutesLater()
  expect(await tracesOf([...traces, ...files])).toEqual([])
  for (const id of claims)
    expect(await findClaim(db, district, id)).toMatchObject({ person: owner.id, photos: [] })
  const { data } = await db.collection('departures').where({}).get()
  expect(data).toEqual([])
  expect((await findPerson(agent.id))?.grants).toHaveLength(1)
})

it('a hundred shops, contacts and invitations: all are left, a part in the call and the rest by the clock', async () => {
  const phone = aPhone()
  const landlord = await aPersonWithPhone('landlord', phone)
  const shops = Array.from({ length: 60 }, (_, at) => aShop(`many-${String(at)}`))
  await addShops(caseloadOf(headOne), shops)
  const asked = shops.map(({ id }) => aClaim(landlord, { id: asId(`many-${id}`), shop: id }, later(-HOUR)))
  const ended = Array.from({ length: 105 }, (_, at) => ({
    ...aClaim(landlord, { id: asId(`over-${String(at)}`), shop: asId(`gone-${String(at)}`) }),
    status: { kind: 'refused', reason: '', at: later(0) } as const,
  }))
  await db.collection('claims').add({ data: [...asked, ...ended].map(claimDocument) })
  for (const shop of shops) await contactFor(shop, phone)
  await db.collection('invitations').add({
    data: Array.from({ length: 120 }, (_, at) => ({
      ...{ _id: `invited-${String(at)}`, district, shop: `other-${String(at)}`, phone, name: '', key: '' },
      ...{ by: headOne.id, at: later(0), body: '' },
    })),
  })

  yes(await leave(landlord))
  expect(await tracesOf([phone])).toEqual([])
  for (let minute = 3; minute < 30; minute += 3) await clearDepartures(later(minute * MINUTE))
  expect((await listClaims({ person: landlord.id, open: true }, 1, null)).rows).toEqual([])
  expect((await listClaims({ person: landlord.id }, 200, null)).rows).toHaveLength(165)
  const { data } = await db.collection('departures').where({}).get()
  expect(data).toEqual([])
})

it('a claim that others move at the same moment is left all the same', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { person, id } = await aHeld()
    const [left] = await Promise.all([leave(person), step('contest', id, headOne, '不是他的店')])
    yes(left)
    await minutesLater()
    expect((await findClaim(db, district, id))?.status.kind).toBe('ended')
    expect((await findPerson(person.id))?.grants).toEqual([])
  }
})

describe('what was under way when the account went', () => {
  it('a picture, a copy and a licence taken in at the same moment leave no file and no claim', async () => {
    const before = await keptFiles()
    for (let round = 0; round < 4; round += 1) {
      const person = await aPersonWithPhone(`races-${String(round)}`)
      const shop = await aHeadedShop()
      const [picture, papers] = [
        await handIn(env, person, [aPhoto(round)]),
        await handIn(env, person, [aPhoto(9 + round)]),
      ]
      const [left] = await Promise.all([
        leave(person),
        portrayAccount(picture, as(person)),
        exportAccount({}, as(person)),
        ask({ code: shop.code, ...papers, key: aKey() }, as(person)),
      ])
      yes(left)
      await minutesLater()
      expect((await listClaims({ person: person.id, open: true }, 1, null)).rows).toEqual([])
    }
    expect(await keptFiles()).toEqual(before)
    expect((await db.collection('drafts').where({}).get()).data).toEqual([])
  })

  it('a file written by a call that then broke off is found by its path and goes', async () => {
    const person = await aPersonWithPhone('broke-off')
    const before = await keptFiles()
    const bytes = Buffer.from('my data')
    await draftFile(`kept/${district}/broke-off.json`, bytes, as(person))
    yes(await leave(person))
    await minutesLater()
    expect(await keptFiles()).toEqual(before)
  })

  it('so does one whose author stays, within the hour', async () => {
    const before = await keptFiles()
    await draftFile(`kept/${district}/left-behind.json`, Buffer.from('my data'), as(headOne))
    await sweepDrafts(later(HOUR))
    expect(await keptFiles()).toHaveLength(before.length + 1)
    await sweepDrafts(later(HOUR + MINUTE))
    expect(await keptFiles()).toEqual(before)
  })

  it('whoever has gone is asked to agree first, and nothing of the call is kept', async () => {
    const person = await aPersonWithPhone('gone-already')
    yes(await leave(person))
    await minutesLater()
    const before = await keptFiles()
    const picture = await handIn(env, person, [aPhoto(77)])
    expect(await portrayAccount(picture, as(person))).toMatchObject({ code: 'consent-needed' })
    expect(await exportAccount({}, as(person))).toMatchObject({ code: 'consent-needed' })
    expect(await keptFiles()).toEqual(before)
  })
})
