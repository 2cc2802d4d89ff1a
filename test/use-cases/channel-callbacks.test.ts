import type { Actor } from '#domain/actor'
import { asInstant } from '#domain/kernel/instant'
import type { Id } from '#domain/kernel/id'

import { main as hooks } from '../../cloudfunctions/hooks/main'
import { takeCheckResult } from '../../cloudfunctions/use-cases/channel/check-result'
import { everyone, MONDAY } from '../support/builders'
import { aHeld } from '../support/claims'
import { aMarkedPicture, aResult, heldOf, send, tracesOf } from '../support/content'
import { foundShopOffice, headOne } from '../support/shop-district'
import { cloudUrl, foundDistrict, openidOf } from '../support/small-district'
import { asksForChanges, deskOf, readsIn } from '../support/talk'

jest.setTimeout(60_000)

let env = ''
let owner: Actor
let desk: Id<'channel'>
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})
beforeEach(async () => {
  const { shop, person } = await aHeld()
  owner = person
  desk = deskOf(shop)
})

/** A held picture, whose result never comes unless the test makes it. */
const sendPicture = async () => {
  const { posting } = await send(env, owner, desk, { kind: 'images' }, [aMarkedPicture('#lost#')])
  return { posting, traces: tracesOf(await heldOf(owner, desk, posting.key)) }
}
const kindsIn = async (actor: Actor) => (await readsIn(actor, desk)).map(({ words }) => words)

describe('the door of the callbacks', () => {
  const callHooks = async (body: unknown, openid: string) => {
    const answer = await fetch(`${cloudUrl()}/call/hooks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': openid },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { readonly result?: unknown; readonly error?: unknown }
  }

  it('opens to nobody: not to its author, not to the head, not to any role, with the right trace', async () => {
    const { traces, posting } = await sendPicture()
    for (const actor of [owner, headOne, ...everyone]) {
      const { result, error } = await callHooks(aResult(traces[0] ?? ''), openidOf(actor))
      expect(result).toBeUndefined()
      expect(error).toBeDefined()
    }
    expect((await heldOf(owner, desk, posting.key))?.state.kind).toBe('checking')
  })

  it('is shut from inside as well, should the rule before it ever be missing', async () => {
    const { traces, posting } = await sendPicture()
    const { TCB_SOURCE: source, WX_CONTEXT_KEYS: keys } = process.env
    const called = (by: string, trace: string | undefined) => {
      Object.assign(process.env, { TCB_SOURCE: by, WX_CONTEXT_KEYS: 'WX_APPID' })
      return hooks(aResult(trace ?? ''))
    }
    try {
      for (const by of ['wx_client', 'wx_trigger', 'wx_unknown,wx_client'])
        expect(await called(by, traces[0])).toEqual({ refused: 'not-permitted' })
      expect((await heldOf(owner, desk, posting.key))?.state.kind).toBe('checking')
      expect(await called('wx_unknown', 'not-ours')).toEqual({ refused: 'not-found' })
      expect(await called('wx_unknown', traces[0])).toEqual({ taken: true })
    } finally {
      Object.assign(process.env, { TCB_SOURCE: source ?? '', WX_CONTEXT_KEYS: keys ?? '' })
    }
    expect(await kindsIn(headOne)).toEqual(['(images)'])
  })

  it('a trace that is not ours, an event of another kind or a heap of nonsense changes nothing', async () => {
    const { traces, posting } = await sendPicture()
    const [trace = ''] = traces
    for (const event of [
      aResult('65f0-stranger'),
      { ...aResult(trace), Event: 'subscribe_msg_popup_event' },
      { ...aResult(trace), trace_id: { $ne: '' } },
      { Event: 'wxa_media_check' },
    ])
      expect(await takeCheckResult(event, MONDAY)).toBe(false)
    expect((await heldOf(owner, desk, posting.key))?.state.kind).toBe('checking')
    expect((await asksForChanges(owner, desk, 0, asInstant(0))).ok).toBe(true)
  })

  it('a result that could not be made is a moderator’s, not a yes', async () => {
    const { traces, posting } = await sendPicture()
    const failed = { Event: 'wxa_media_check', trace_id: traces[0], errcode: -1008, detail: [] }
    expect(await takeCheckResult(failed, MONDAY)).toBe(true)
    expect((await heldOf(owner, desk, posting.key))?.state.kind).toBe('moderator')
  })
})
