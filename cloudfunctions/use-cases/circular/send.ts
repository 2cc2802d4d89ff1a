import { checkCircular, type Circular, type CircularText } from '#domain/circular'
import type { Input } from '#domain/contract/endpoints'
import { asId, type Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Audience } from '#domain/notice'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { addCircular, findCircular, findOfDispatch, type CircularRecord } from '../../store/circulars'
import { addOutboxEntry } from '../../store/outbox'
import { findIdentityOf } from '../../store/people'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { derivedId, hashOf, randomId, sha256 } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { passWords } from './pass-words'
import { standingInGroup } from './find'
import { postCircular } from './post-circular'
import { groupsOf, ownersOf, reachedIn, type Reached } from './reached'

type Sent = Input<'circular.send'>

/**
 * One circular in each group, its shops frozen as they stand now. Each group is a transaction of its own with a derived id:
 * a repeat after a call that was cut off goes on where that one ended.
 */
export const sendCircular: UseCase<'circular.send'> = async (input, call) => {
  const groups = await groupsOf(input.to, 'circular.send', call)
  if (!groups) return refuse('not-found')
  const checked = checkCircular(input)
  if (!checked.ok) return checked
  const text = checked.value
  const dispatch = derivedId<'dispatch'>(call.actor.id, 'circular.send', input.key)
  const content = hashOf(text.title, text.words, text.items, input.aim, input.to)
  const before = await findOfDispatch(dispatch)
  if (before && before.content !== content) return refuse('key-reused')
  const identity = await findIdentityOf(db, call.actor.id)
  if (!identity) return refuse('consent-needed')
  const passed = await passWords([text.title, text.words, ...text.items], identity.openid)
  if (!passed.ok) return passed
  const reached = await reachedIn(groups, input.aim, call.now)
  if (reached.length === 0)
    return before ? become({ ids: [before.id], shops: before.shops.length }) : refuse('nobody-reached')
  const made = reached.map((one) => draftOf(one, text, { dispatch, content, aim: input.aim }, call))
  return sendAll(made, call)
}

interface Shared {
  readonly dispatch: Id<'dispatch'>
  readonly content: string
  readonly aim: Sent['aim']
}

const draftOf = (
  { caseload, shops }: Reached,
  text: CircularText,
  { dispatch, content, aim }: Shared,
  { actor, now }: Call,
): Circular => {
  const standing = standingInGroup(actor, caseload)
  return {
    ...text,
    id: asId(sha256(`${dispatch}·${caseload.id}`).slice(0, 32)),
    ...{ dispatch, content, aim, shops, at: now },
    district: caseload.district,
    caseload: caseload.id,
    by: actor.id,
    // An officer who owns a shop in somebody else's group still writes for the office there.
    standing: standing === null || standing === 'owner' ? 'command' : standing,
    ...{ waiting: shops, checked: [], reminded: null, status: { kind: 'open' } },
  }
}

const groupsAtOnce = 4

const sendAll = async (
  made: readonly Circular[],
  call: Call,
): Promise<Decision<{ ids: readonly Id<'circular'>[]; shops: number }, 'key-reused'>> => {
  const stored: CircularRecord[] = []
  for (let from = 0; from < made.length; from += groupsAtOnce) {
    const several = made.slice(from, from + groupsAtOnce)
    const done = await Promise.all(several.map((one) => sendOne(one, call, made.length === 1)))
    for (const one of done) {
      if (!one.ok) return one
      stored.push(one.value)
    }
  }
  return become({
    ids: stored.map(({ id }) => id),
    shops: stored.reduce((sum, { shops }) => sum + shops.length, 0),
  })
}

/** Stored with its notices, then said in the group; what is cut off after that is said by `jobs`. */
const sendOne = async (
  circular: Circular,
  call: Call,
  tellNow: boolean,
): Promise<Decision<CircularRecord, 'key-reused'>> => {
  const entry = randomId<'outboxEntry'>()
  const stored = await withTransaction(async (tx) => {
    const there = await findCircular(tx, circular.id)
    if (there) return there
    await addCircular(tx, circular)
    await addOutboxEntry(tx, {
      ...{ id: entry, at: call.now },
      audience: audienceOf(circular.shops, call),
      notice: { kind: 'circular', what: 'sent', circular: circular.id, title: circular.title },
    })
    await audit(tx, occasionOf(call), 'circular.sent', `circulars/${circular.id}`, {
      detail: { caseload: circular.caseload, shops: circular.shops.length },
    })
    return { ...circular, seq: null }
  })
  if (stored.content !== circular.content) return refuse('key-reused')
  if (stored.seq === null) await postCircular(stored, call.now)
  if (tellNow) await deliverSoon(entry, call.now)
  return become(stored)
}

const audienceOf = (shops: Circular['shops'], { actor }: Call): Audience => ({
  persons: [],
  posts: shops.map(ownersOf),
  except: actor.id,
})
