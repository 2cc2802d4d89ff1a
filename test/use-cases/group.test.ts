import type { Actor } from '#domain/actor'
import type { EndpointName } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'

import { yes } from '../support/a-submission'
import { anActor, command, reporter } from '../support/builders'
import { handOver } from '../support/care'
import { accept, aHeld, anOffered } from '../support/claims'
import { auditOf, caseloadOf, foundShopOffice, headOne, headTwo } from '../support/shop-district'
import { cloudUrl, foundDistrict, openidOf } from '../support/small-district'
import { deskOf, groupOf } from '../support/talk'

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

const one = groupOf(caseloadOf(headOne))
const two = groupOf(caseloadOf(headTwo))

const send = async (path: string, openid: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(`${cloudUrl()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': openid },
    body: JSON.stringify(body),
  })
  return answer.json()
}

/** What WeChat gives to a page that this person opened from a card in the group. */
const cardIn = async (opengid: string, who: Actor): Promise<string> => {
  const openid = openidOf(who)
  return ((await send('/wechat/group-enter', openid, { openid, opengid })) as { cloudID: string }).cloudID
}

interface Reply {
  readonly kind: string
  readonly code?: string
  readonly value?: Readonly<Record<string, unknown>>
}
const call = async (who: Actor, endpoint: EndpointName, input: unknown): Promise<Reply> => {
  const answer = (await send('/call/api', openidOf(who), { endpoint, input })) as { result: { reply: Reply } }
  return answer.result.reply
}
const bind = async (who: Actor, channel: Id<'channel'>, opengid: string) =>
  call(who, 'channel.bindGroup', { channel, cloudID: await cardIn(opengid, who) })
const enter = async (who: Actor, opengid: string) =>
  call(who, 'channel.enterGroup', { cloudID: await cardIn(opengid, who) })

describe('a channel bound to a group of WeChat’s own', () => {
  it('is bound by its head alone', async () => {
    const { shop, person } = await aHeld()
    for (const other of [person, headTwo, command, reporter])
      expect((await bind(other, one, 'G1')).code).toMatch(/^not-(found|permitted)$/)
    expect(await bind(headOne, deskOf(shop), 'G1')).toMatchObject({ code: 'not-found' })
    expect(await bind(headOne, one, 'G1')).toMatchObject({ kind: 'ok', value: { moved: false } })
    expect(await bind(headOne, one, 'G1')).toMatchObject({ kind: 'ok', value: { moved: false } })
    expect(await auditOf(`channels/${one}`)).toHaveLength(1)
  })

  it('has one group, and a group one channel', async () => {
    await bind(headOne, one, 'G1')
    expect(await bind(headTwo, two, 'G1')).toMatchObject({ code: 'group-taken' })
    expect(await bind(headOne, one, 'G2')).toMatchObject({ value: { moved: true } })
    expect(await enter(headOne, 'G1')).toMatchObject({ code: 'group-unknown' })
    // the group left behind is free
    expect(await bind(headTwo, two, 'G1')).toMatchObject({ kind: 'ok' })
  })

  it('wanted by two heads at once is one’s', async () => {
    const both = await Promise.all([bind(headOne, one, 'G1'), bind(headTwo, two, 'G1')])
    expect(both.map(({ kind, code }) => code ?? kind).sort()).toEqual(['group-taken', 'ok'])
    const winner = both[0].kind === 'ok' ? one : two
    expect(await enter(winner === one ? headOne : headTwo, 'G1')).toMatchObject({
      value: { kind: 'member', channel: winner },
    })
  })

  it('lets in whoever has a shop there; others are told to claim it first, and are in once it is theirs', async () => {
    await bind(headOne, one, 'G1')
    const { person } = await aHeld()
    const { shop, person: offered } = await anOffered()
    expect(await enter(person, 'G1')).toMatchObject({ value: { kind: 'member', channel: one } })
    const told = await enter(offered, 'G1')
    expect(told.value).toMatchObject({ kind: 'claim-first' })
    expect(JSON.stringify(told)).not.toContain(one)
    yes(await accept(shop, offered))
    expect(await enter(offered, 'G1')).toMatchObject({ value: { kind: 'member', channel: one } })
    await handOver(shop)
    expect(await enter(offered, 'G1')).toMatchObject({ value: { kind: 'claim-first' } })
  })

  it('is not there for a group that nobody bound, nor for a visitor', async () => {
    await bind(headOne, one, 'G1')
    expect(await enter(reporter, 'G9')).toMatchObject({ code: 'group-unknown' })
    expect(await enter(anActor('passing'), 'G1')).toMatchObject({ code: 'consent-needed' })
  })

  it('believes WeChat alone: no ready-made data, nobody else’s card, none made up', async () => {
    await bind(headOne, one, 'G1')
    const { person } = await aHeld()
    const theirs = await cardIn('G1', person)
    expect(await call(reporter, 'channel.enterGroup', { cloudID: theirs })).toMatchObject({
      code: 'group-unread',
    })
    expect(await call(reporter, 'channel.enterGroup', { cloudID: 'invented' })).toMatchObject({
      code: 'group-unread',
    })
    const forged = { cloudID: theirs, data: { opengid: 'G1' } }
    for (const input of [{ cloudID: forged }, forged, { opengid: 'G1' }, {}])
      expect(await call(reporter, 'channel.enterGroup', input)).toMatchObject({ code: 'bad-input' })
    expect(await call(headTwo, 'channel.bindGroup', { channel: two, cloudID: forged })).toMatchObject({
      code: 'bad-input',
    })
  })
})
