import type { Actor } from '#domain/actor'
import { channelIdOf } from '#domain/channel'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { changesOf } from '../../cloudfunctions/use-cases/channel/changes'
import { listChannels } from '../../cloudfunctions/use-cases/channel/list'
import { openChannel } from '../../cloudfunctions/use-cases/channel/open'
import { pageOfChannel } from '../../cloudfunctions/use-cases/channel/page'
import { post } from '../../cloudfunctions/use-cases/channel/post'
import { yes } from './a-submission'
import { nowAs } from './shop-district'
import { aKey, cloudUrl, openidOf } from './small-district'

type Posting = Input<'channel.post'>

export const deskOf = (shop: { readonly id: Id<'shop'> }): Id<'channel'> =>
  channelIdOf({ kind: 'desk', shop: shop.id })
export const groupOf = (caseload: Id<'caseload'>): Id<'channel'> => channelIdOf({ kind: 'store', caseload })

/** A message as its author's phone sends it. */
export const aPosting = (channel: Id<'channel'>, words: string, given: Partial<Posting> = {}): Posting => ({
  ...{ channel, key: aKey(), quote: null, mentions: [], asks: false, shop: null },
  body: { kind: 'text', words },
  ...given,
})

const seen = new Set<string>()

/** WeChat checks the words of people alone who have opened the mini-program within two hours. */
const visit = async (actor: Actor): Promise<void> => {
  const env = process.env['TCB_ENV'] ?? ''
  const visitor = `${env}·${actor.id}`
  if (seen.has(visitor)) return
  seen.add(visitor)
  await fetch(`${cloudUrl()}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': openidOf(actor) },
    body: JSON.stringify({ endpoint: 'session.open', input: {} }),
  })
}

/** The person at the phone: with the grants of this moment, and seen by WeChat. */
export const atPhone = async (actor: Actor, now?: Instant) => {
  await visit(actor)
  return nowAs(actor, now)
}

/** Posts with the grants of this moment. */
export const say = async (
  actor: Actor,
  channel: Id<'channel'>,
  words: string,
  given: Partial<Posting> = {},
  now?: Instant,
) => post(aPosting(channel, words, given), await atPhone(actor, now))

/** What somebody reads in a channel from its first message on, page by page, as words. */
export const readsIn = async (actor: Actor, channel: Id<'channel'>) => {
  const call = await nowAs(actor)
  const read: { readonly seq: number; readonly words: string; readonly state: string }[] = []
  for (;;) {
    const { messages } = yes(await pageOfChannel({ channel, after: read.at(-1)?.seq ?? 0 }, call))
    if (messages.length === 0) return read
    for (const { seq, body, state } of messages)
      read.push({ seq, state, words: body?.kind === 'text' ? body.words : `(${body?.kind ?? state})` })
  }
}

export const rowOf = async (actor: Actor, channel: Id<'channel'>) => {
  const { rows } = yes(await listChannels({}, await nowAs(actor)))
  return rows.find(({ id }) => id === channel)
}

export const opens = async (actor: Actor, channel: Id<'channel'>, at: number | null = null, now?: Instant) =>
  openChannel({ channel, at }, await nowAs(actor, now))

export const asksForChanges = async (
  actor: Actor,
  channel: Id<'channel'>,
  last: number,
  changedAt: Instant,
) => changesOf({ channel, last, changedAt }, await nowAs(actor))
