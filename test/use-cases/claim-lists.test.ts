import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'

import { listInvitationsOfPhone } from '../../cloudfunctions/store/claims'
import { inviteAgent } from '../../cloudfunctions/use-cases/claim/invite'
import { list } from '../../cloudfunctions/use-cases/claim/list'
import { listOffers } from '../../cloudfunctions/use-cases/claim/offers'
import { sweepInvitations } from '../../cloudfunctions/use-cases/claim/sweep-invitations'
import { yes } from '../support/a-submission'
import { command, DAY, district, later, otherCommand, reporter } from '../support/builders'
import { accept, aHeld, anAsked, holds, step, told } from '../support/claims'
import {
  aPersonWithPhone,
  aPhone,
  auditOf,
  foundShopOffice,
  headOne,
  headTwo,
  nowAs,
} from '../support/shop-district'
import { aKey, as, foundDistrict } from '../support/small-district'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

describe('an agent', () => {
  it('is named by an owner, offered the shop by phone, and in at once', async () => {
    const { shop, person } = await aHeld()
    const phone = aPhone()
    const agent = await aPersonWithPhone(`agent-${shop.id}`, phone)
    const input = { shop: shop.id, phone, name: '阿茶', key: aKey() }
    for (const actor of [headOne, reporter])
      expect(await inviteAgent(input, await nowAs(actor))).toMatchObject({ code: 'not-found' })
    yes(await inviteAgent(input, await nowAs(person)))
    yes(await inviteAgent(input, await nowAs(person)))
    expect(yes(await listOffers({}, as(agent)))).toMatchObject([{ shop: shop.id, as: 'agent' }])
    const id = yes(await accept(shop, agent)).id as Id<'claim'>
    expect(await holds(agent, shop)).toBe(true)
    expect(await told(person, id)).toEqual(['claim'])
    const further = { ...input, phone: aPhone(), key: aKey() }
    expect(await inviteAgent(further, await nowAs(agent))).toMatchObject({ code: 'not-permitted' })
    expect(JSON.stringify(await auditOf(`shops/${shop.id}`))).not.toMatch(new RegExp(`${phone}|阿茶`))
  })

  it('is seen by the owner, who may contest the claim; nobody else’s papers are shown', async () => {
    const { shop, person } = await aHeld()
    const phone = aPhone()
    const agent = await aPersonWithPhone(`contested-${shop.id}`, phone)
    yes(await inviteAgent({ shop: shop.id, phone, name: '阿茶', key: aKey() }, await nowAs(person)))
    const id = yes(await accept(shop, agent)).id as Id<'claim'>
    const seenBy = async (actor: Actor) =>
      yes(await list({ scope: 'work', filter: 'all', cursor: null }, await nowAs(actor))).rows
    const row = (await seenBy(person)).find((one) => one.id === id)
    expect(row).toMatchObject({ moves: ['contest'], photos: [] })
    yes(await step('contest', id, person, '我没有请过这个人'))
    expect((await seenBy(person)).find((one) => one.id === id)?.status.kind).toBe('contested')
    expect(await seenBy(reporter)).toEqual([])
  })

  it('at most five of them, however many are invited at once; a month’s silence frees a place', async () => {
    const { shop, person } = await aHeld()
    const invite = async (now = later(0)) =>
      inviteAgent({ shop: shop.id, phone: aPhone(), name: '阿茶', key: aKey() }, await nowAs(person, now))
    const answers = await Promise.all(Array.from({ length: 8 }, () => invite()))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'too-many-agents', detail: { most: 5 } })
    expect((await invite(later(31 * DAY))).ok).toBe(true)
  })

  it('an agent who is in counts among the five', async () => {
    const { shop, person } = await aHeld()
    const phones = Array.from({ length: 6 }, () => aPhone())
    const invite = async (phone = '') =>
      inviteAgent({ shop: shop.id, phone, name: '阿茶', key: aKey() }, await nowAs(person))
    const agent = await aPersonWithPhone('first-agent', phones[0])
    for (const phone of phones.slice(0, 5)) yes(await invite(phone))
    yes(await accept(shop, agent))
    expect(await invite(phones[5])).toMatchObject({ code: 'too-many-agents' })
    expect((await invite(phones[1])).ok).toBe(true)
  })

  it('an invitation that is over is made anew, not renewed: it counts again', async () => {
    const { shop, person } = await aHeld()
    const phones = Array.from({ length: 6 }, () => aPhone())
    const [stale = '', ...fresh] = phones
    const invite = async (phone: string, now = later(0)) =>
      inviteAgent({ shop: shop.id, phone, name: '阿茶', key: aKey() }, await nowAs(person, now))
    const agents = await Promise.all(
      fresh.map((phone, at) => aPersonWithPhone(`in-${shop.id}-${String(at)}`, phone)),
    )
    for (const [at, agent] of agents.entries()) {
      yes(await invite(fresh[at] ?? ''))
      if (at === 0) yes(await invite(stale, later(-31 * DAY)))
      if (at < 4) yes(await accept(shop, agent))
    }
    expect(await listInvitationsOfPhone(district, stale)).toHaveLength(1)
    expect(await invite(stale)).toMatchObject({ code: 'too-many-agents' })
    expect((await invite(fresh[4] ?? '')).ok).toBe(true)
  })

  it('an invitation goes with the right of whoever made it', async () => {
    const { shop, person, id } = await aHeld()
    const phone = aPhone()
    const agent = await aPersonWithPhone(`orphaned-${shop.id}`, phone)
    yes(await inviteAgent({ shop: shop.id, phone, name: '阿茶', key: aKey() }, await nowAs(person)))
    yes(await step('undo', id, headOne, '不是本店业主'))
    expect(yes(await listOffers({}, as(agent)))).toEqual([])
    expect(await listInvitationsOfPhone(district, phone)).toEqual([])
  })

  it('a month old it is swept away, and no other', async () => {
    const { shop, person } = await aHeld()
    const [old, young] = [aPhone(), aPhone()]
    const invite = async (phone: string, now = later(0)) =>
      inviteAgent({ shop: shop.id, phone, name: '阿茶', key: aKey() }, await nowAs(person, now))
    yes(await invite(young))
    yes(await invite(old, later(-30 * DAY)))
    expect(await sweepInvitations(later(0))).toBeGreaterThanOrEqual(1)
    expect(await listInvitationsOfPhone(district, old)).toEqual([])
    expect(await listInvitationsOfPhone(district, young)).toHaveLength(1)
    expect(await sweepInvitations(later(0))).toBe(0)
  })

  it('a phone and a name are needed', async () => {
    const { shop, person } = await aHeld()
    const input = { shop: shop.id, phone: '12345', name: ' ', key: aKey() }
    const call = await nowAs(person)
    expect(await inviteAgent(input, call)).toMatchObject({ code: 'phone-impossible' })
    expect(await inviteAgent({ ...input, phone: aPhone() }, call)).toMatchObject({ code: 'name-missing' })
  })
})

describe('the list of claims', () => {
  const idsOf = async (actor: Actor, scope: 'mine' | 'work', filter: 'open' | 'all') => {
    const ids: string[] = []
    for (let cursor: string | null = null; ;) {
      const page: { rows: readonly { id: string }[]; next: string | null } = yes(
        await list({ scope, filter, cursor }, await nowAs(actor)),
      )
      ids.push(...page.rows.map(({ id }) => id))
      if (page.next === null) return ids
      cursor = page.next
    }
  }

  it('brings a head what waits in the own caseload, command everything, and a claimant the own', async () => {
    const { id, person } = await anAsked(env)
    const { id: held } = await aHeld()
    expect(await idsOf(person, 'mine', 'open')).toEqual([id])
    expect(await idsOf(headOne, 'work', 'open')).toContain(id)
    expect(await idsOf(headOne, 'work', 'open')).not.toContain(held)
    expect(await idsOf(headOne, 'work', 'all')).toEqual(expect.arrayContaining([id, held]))
    expect(await idsOf(headTwo, 'work', 'all')).toEqual([])
    expect(await idsOf(command, 'work', 'all')).toEqual(expect.arrayContaining([id, held]))
    expect(await idsOf(otherCommand, 'work', 'all')).toEqual([])
    expect(await idsOf(reporter, 'work', 'all')).toEqual([])
    const all = await idsOf(command, 'work', 'all')
    expect(new Set(all).size).toBe(all.length)
  })

  it('masks the claimant for the office and offers it the moves it has', async () => {
    const { id, person } = await anAsked(env)
    const row = async (actor: Actor, scope: 'mine' | 'work') =>
      yes(await list({ scope, filter: 'open', cursor: null }, as(actor))).rows.find((one) => one.id === id)
    expect(await row(headOne, 'work')).toMatchObject({ claimant: '姓**', moves: ['confirm', 'refuse'] })
    expect((await row(headOne, 'work'))?.photos).toHaveLength(1)
    expect(await row(person, 'mine')).toMatchObject({ moves: ['leave'] })
    expect((await row(person, 'mine'))?.claimant).toContain(person.id)
  })
})
