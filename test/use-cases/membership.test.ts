import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import { channelIdOf } from '#domain/channel'
import type { Channel } from '#domain/membership'

import { channelsOf, membersOf } from '../../cloudfunctions/use-cases/caseload/membership'
import { listMembers } from '../../cloudfunctions/use-cases/channel/members'
import { depute } from '../../cloudfunctions/use-cases/caseload/depute'
import { move } from '../../cloudfunctions/use-cases/caseload/move'
import { inviteAgent } from '../../cloudfunctions/use-cases/claim/invite'
import { yes } from '../support/a-submission'
import { command, district, reporter } from '../support/builders'
import { accept, aHeld, anAsked, step } from '../support/claims'
import { deputise } from '../support/care'
import {
  aPersonWithPhone,
  aPhone,
  caseloadOf,
  entryOf,
  foundShopOffice,
  headOne,
  headTwo,
  marketHead,
  nowAs,
  pool,
} from '../support/shop-district'
import { aKey, as, foundDistrict } from '../support/small-district'

const one = caseloadOf(headOne)
const two = caseloadOf(headTwo)
let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

const store = (caseload: Id<'caseload'>): Channel => ({ kind: 'store', caseload })
const desk = (shop: Id<'shop'>): Channel => ({ kind: 'desk', shop })
const inChannels = async (actor: Actor) => channelsOf((await nowAs(actor)).actor)
const members = async (channel: Channel) => [...(await membersOf(channel))].sort()
const ids = (...actors: readonly Actor[]) => actors.map(({ id }) => id).sort()
const handOver = async (from: Id<'caseload'>, to: Id<'caseload'>, shops: readonly Id<'shop'>[]) =>
  yes(await move({ from, to, shops, on: null, key: aKey() }, as(command)))

describe('who is in which channel', () => {
  it('follows a move at once, for the heads and for the owner', async () => {
    const { shop, person } = await aHeld()
    expect(await members(desk(shop.id))).toEqual(ids(headOne, person))
    expect(await members(store(one))).toEqual(ids(headOne, person))
    expect(await inChannels(person)).toEqual([store(one), desk(shop.id)])
    await handOver(one, two, [shop.id])
    expect(await members(desk(shop.id))).toEqual(ids(headTwo, person))
    expect([await members(store(one)), await members(store(two))]).toEqual([
      ids(headOne),
      ids(headTwo, person),
    ])
    expect(await inChannels(person)).toEqual([store(two), desk(shop.id)])
    expect(await inChannels(headOne)).toEqual([{ kind: 'command', district }, store(one)])
    expect(await inChannels(headTwo)).toContainEqual(desk(shop.id))
  })

  it('and as what: head, deputy and owner in a group, heads and command in the district’s channel', async () => {
    const { shop, person } = await aHeld()
    await deputise(headTwo)
    const listed = async (channel: Channel) => {
      const input = { channel: channelIdOf(channel), cursor: null }
      const { rows } = yes(await listMembers(input, await nowAs(headOne)))
      return rows.map(({ id, standing, shopName }) => [id, standing, shopName])
    }
    const owner = [person.id, 'owner', shop.name]
    const two = [headTwo.id, 'deputy', null]
    for (const channel of [store(one), desk(shop.id)])
      expect(await listed(channel)).toEqual([[headOne.id, 'head', null], two, owner])
    const officers = await listed({ kind: 'command', district })
    expect(officers).toEqual(
      expect.arrayContaining([
        [headOne.id, 'head', null],
        [headTwo.id, 'head', null],
        [command.id, 'command', null],
      ]),
    )
  })

  it('without a head there is the desk alone', async () => {
    const { shop, person } = await aHeld()
    await handOver(one, pool, [shop.id])
    expect(await inChannels(person)).toEqual([desk(shop.id)])
    expect([await members(desk(shop.id)), await members(store(pool))]).toEqual([ids(person), []])
  })

  it('a deputy is in every channel of the head, and out again with the deputy’s name', async () => {
    const { shop, person } = await aHeld()
    yes(await depute({ id: one, version: 1, deputy: entryOf(headTwo) }, as(command)))
    expect(await members(desk(shop.id))).toEqual(ids(headOne, headTwo, person))
    expect(await inChannels(headTwo)).toEqual(expect.arrayContaining([store(one), store(two), desk(shop.id)]))
    yes(await depute({ id: one, version: 2, deputy: null }, as(command)))
    expect(await members(desk(shop.id))).toEqual(ids(headOne, person))
    expect(await inChannels(headTwo)).not.toContainEqual(desk(shop.id))
  })

  it('an agent is in as the owner is; whoever only asks is not', async () => {
    const { shop, person } = await aHeld()
    const phone = aPhone()
    const agent = await aPersonWithPhone('agent', phone)
    yes(await inviteAgent({ shop: shop.id, phone, name: '阿茶', key: aKey() }, await nowAs(person)))
    expect(await members(store(one))).toEqual(ids(headOne, person))
    yes(await accept(shop, agent))
    expect(await members(store(one))).toEqual(ids(headOne, person, agent))
    expect(await inChannels(agent)).toEqual([store(one), desk(shop.id)])
    const asked = await anAsked(env)
    expect(await members(desk(asked.shop.id))).toEqual(ids(headOne))
    expect(await inChannels(asked.person)).toEqual([])
  })

  it('a removed owner is out of all of them', async () => {
    const { shop, person, id } = await aHeld()
    yes(await step('undo', id, headOne, '不是本店业主'))
    expect(await inChannels(person)).toEqual([])
    expect([await members(desk(shop.id)), await members(store(one))]).toEqual([ids(headOne), ids(headOne)])
  })

  it('a contested claim still belongs until command decides', async () => {
    const { shop, person, id } = await aHeld()
    yes(await step('contest', id, headOne, '请核实'))
    expect(await members(desk(shop.id))).toEqual(ids(headOne, person))
    yes(await step('overturn', id, command, '不属实'))
    expect(await members(desk(shop.id))).toEqual(ids(headOne))
  })

  it('all heads and command share the district’s own channel, nobody else', async () => {
    expect(await members({ kind: 'command', district })).toEqual(ids(headOne, headTwo, marketHead, command))
    expect(await inChannels(command)).toEqual([{ kind: 'command', district }])
    expect(await inChannels(reporter)).toEqual([])
  })
})
