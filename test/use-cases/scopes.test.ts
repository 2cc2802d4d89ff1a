import type { Actor } from '#domain/actor'
import type { EndpointName } from '#domain/contract/endpoints'
import { asId } from '#domain/kernel/id'
import { mayReach } from '#domain/permission'
import { inDistrict, type Whereabouts } from '#domain/reach'
import { whereaboutsOf } from '#domain/shop-access'

import { db } from '../../cloudfunctions/cloud/database'
import { saveClaim } from '../../cloudfunctions/store/claims'
import { submitComplaint } from '../../cloudfunctions/use-cases/complaint/submit'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { aCaseload, aClaim, aShop, headedBy } from '../support/a-shop'
import { aSubmission, yes } from '../support/a-submission'
import { aGrant, anActor, cell, department, district, everyone, reporter, street } from '../support/builders'
import {
  addShops,
  caseloadOf,
  clerk,
  contactFor,
  entryOf,
  foundShopOffice,
  headOne,
  headTwo,
} from '../support/shop-district'
import { aPosting, groupOf, say } from '../support/talk'
import { addPeople, aKey, as, cloudUrl, foundDistrict, openidOf, rubbish } from '../support/small-district'

const shop = aShop('here')
const otherShop = aShop('there', { code: asId('code-there') })
const south = { kind: 'district', district: asId<'district'>('district-south') } as const
const ownerOf = (name: string, { id }: typeof shop) =>
  anActor(name, aGrant('owner', { kind: 'shop', shop: id }))

/** Every role once with its scope here and, where it can be, once with its scope elsewhere. */
const newcomers = [
  ownerOf('owner-here', shop),
  ownerOf('owner-there', otherShop),
  ...(['moderator', 'volunteer', 'leader', 'assessor'] as const).map((role) => anActor(role, aGrant(role))),
  anActor('moderator-south', aGrant('moderator', south)),
  anActor('clerk-south', aGrant('clerk', south)),
]
const people: readonly Actor[] = [...everyone, ...newcomers, headOne, headTwo, clerk]

const claim = aClaim(reporter, { shop: shop.id })
const ids: Record<'report' | 'complaint', string> = { report: '', complaint: '' }

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
  await addPeople(newcomers)
  await addShops(caseloadOf(headOne), [shop])
  await addShops(caseloadOf(headTwo), [otherShop])
  await contactFor(shop, '13899990000')
  await saveClaim(db, claim)
  ids.report = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter))).id
  yes(await say(headOne, group, '大家好'))
  const complaint = { about: null, reason: 'service', words: '等了很久', key: aKey() } as const
  ids.complaint = yes(await submitComplaint(complaint, as(reporter))).id
})

const atShop = whereaboutsOf(shop, aCaseload(headedBy('head-one')))
const atReport: Whereabouts = { ...inDistrict(district), street, cell, department, person: reporter.id }
const atClaim: Whereabouts = { ...atShop, person: reporter.id }
const atOffice = inDistrict(district)

/** A version nobody has: whoever is let through is told `stale`, and nothing changes. */
const version = 999
const report = (more: object = {}) => ({ id: ids.report, version, key: aKey(), ...more })
const proof = { ticket: null, files: [], words: '' }
const claimMove = () => ({ id: claim.id, version, key: aKey(), words: '核对过' })
const { id: _id, district: _d, number: _n, code: _c, version: _v, staff: _s, findings: _f, ...facts } = shop
const grid = aGrant('grid', { kind: 'cell', cell })

const group = groupOf(caseloadOf(headOne))
const talk = (more: object = {}) => ({ channel: group, ...more })

interface Sample {
  readonly where: Whereabouts
  readonly input: () => Readonly<Record<string, unknown>>
  /** the field that names the thing */
  readonly names: string
}
const of = (where: Whereabouts, names: string, input: Sample['input']): Sample => ({ where, input, names })

/** One call of each endpoint that is about one thing. */
const samples: Partial<Record<EndpointName, Sample>> = {
  'report.read': of(atReport, 'id', () => ({ id: ids.report })),
  'report.street': of(atOffice, 'street', () => ({ street, filter: 'all', cursor: null })),
  'report.triage': of(atReport, 'id', () => report({ category: rubbish.id })),
  'report.decline': of(atReport, 'id', () => report({ reason: 'x', remedy: 'y' })),
  'report.start': of(atReport, 'id', () => report()),
  'report.fix': of(atReport, 'id', () => report(proof)),
  'report.confirm': of(atReport, 'id', () => report({ rating: null })),
  'report.reopen': of(atReport, 'id', () => report({ words: 'x' })),
  'report.close': of(atReport, 'id', () => report()),
  'shop.read': of(atShop, 'id', () => ({ id: shop.id })),
  'shop.update': of(atShop, 'id', () => ({ id: shop.id, version, facts })),
  'shop.staff': of(atShop, 'id', () => ({ id: shop.id, version, staff: [] })),
  'shop.unmask': of(atShop, 'id', () => ({ id: shop.id, why: '核对电话' })),
  'channel.open': of(atShop, 'channel', () => talk({ at: null })),
  'channel.page': of(atShop, 'channel', () => talk({ after: 0 })),
  'channel.changes': of(atShop, 'channel', () => talk({ last: 0, changedAt: 0 })),
  'channel.post': of(atShop, 'channel', () => ({ ...aPosting(group, '在') })),
  'channel.read': of(atShop, 'channel', () => talk({ until: 1 })),
  'channel.mute': of(atShop, 'channel', () => talk({ muted: false })),
  'channel.pin': of(atShop, 'channel', () => talk({ seq: 1, pinned: true })),
  'channel.hide': of(atShop, 'channel', () => talk({ seq: 1, why: '' })),
  'channel.search': of(atShop, 'channel', () =>
    talk({ words: '大家', by: null, from: null, to: null, cursor: null }),
  ),
  'channel.files': of(atShop, 'channel', () => talk({ kind: 'images', cursor: null })),
  'channel.members': of(atShop, 'channel', () => talk({ cursor: null })),
  'visit.plan': of(atShop, 'shop', () => ({
    ...{ shop: shop.id, day: '2020-01-02', time: null, topic: '看看', key: aKey() },
  })),
  'hardship.add': of(atShop, 'shop', () => ({
    ...{ shop: shop.id, kind: 'other', words: '', helper: '', key: aKey() },
  })),
  'channel.bindGroup': of(atShop, 'channel', () => talk({ cloudID: 'none' })),
  'claim.confirm': of(atClaim, 'id', claimMove),
  'claim.refuse': of(atClaim, 'id', claimMove),
  'claim.undo': of(atClaim, 'id', claimMove),
  'claim.contest': of(atClaim, 'id', claimMove),
  'claim.uphold': of(atClaim, 'id', claimMove),
  'claim.overturn': of(atClaim, 'id', claimMove),
  'claim.leave': of(atClaim, 'id', claimMove),
  'complaint.answer': of(atOffice, 'id', () => ({ id: ids.complaint, version, words: '已核实' })),
  'caseload.depute': of(atOffice, 'id', () => ({ id: caseloadOf(headOne), version, deputy: null })),
  'role.revoke': of(atOffice, 'entry', () => ({ entry: entryOf(headOne), grant: grid, why: '调整' })),
  'role.unmask': of(atOffice, 'entry', () => ({ entry: entryOf(headOne), why: '核对电话' })),
}

/** Whoever may read a thing may also be told that it is not theirs to change. */
const readerOf = (name: EndpointName): EndpointName => {
  const [noun] = name.split('.')
  return noun === 'report' || noun === 'shop' ? `${noun}.read` : noun === 'claim' ? 'claim.list' : name
}

const codeOf = async (endpoint: string, input: unknown, actor: Actor): Promise<string> => {
  const answer = await fetch(`${cloudUrl()}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': openidOf(actor) },
    body: JSON.stringify({ endpoint, input }),
  })
  const { result } = (await answer.json()) as { result?: { reply?: { kind: string; code?: string } } }
  return result?.reply?.code ?? result?.reply?.kind ?? 'no answer'
}

describe('an endpoint about one thing', () => {
  const named = Object.entries(samples) as [EndpointName, Sample][]

  it.each(named)(
    '%s lets through whom the table lets reach the thing, and nobody else',
    async (name, sample) => {
      const wrong: string[] = []
      for (const actor of people) {
        const code = await codeOf(name, sample.input(), actor)
        const through = code !== 'not-permitted' && code !== 'not-found'
        if (code === 'bad-input' || code === 'fault' || through !== mayReach(actor, name, sample.where))
          wrong.push(`${actor.id}: ${code}`)
      }
      expect(wrong).toEqual([])
    },
  )

  it.each(named)('%s answers for a stranger’s thing as for one that does not exist', async (name, sample) => {
    const wrong: string[] = []
    for (const actor of people.filter(
      (one) => !mayReach(one, readerOf(name), sample.where) && !mayReach(one, name, sample.where),
    )) {
      const theirs = await codeOf(name, sample.input(), actor)
      const missing = await codeOf(name, { ...sample.input(), [sample.names]: 'no-such-thing' }, actor)
      if (theirs !== missing) wrong.push(`${actor.id}: ${theirs} / ${missing}`)
    }
    expect(wrong).toEqual([])
  })
})
