import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Message } from '#domain/message'
import { filesOf, rememberTraces, type Held } from '#domain/moderation'

import { db, type Documents } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { startMediaCheck } from '../../cloud/open-api'
import { withTransaction } from '../../cloud/transaction'
import { addHeld, findHeld, saveHeld } from '../../store/held'
import { findIdentityOf } from '../../store/people'
import type { Call } from '../call'
import { derivedId } from '../derived-id'
import { dropUnsettled, retireFile, settleDrafts, type DraftedFile } from '../upload/draft'
import { release, tellAuthor } from './release'

type Post = Pick<Held, 'author' | 'channel' | 'key'>

/** One key, one message, held or not. */
export const heldIdOf = ({ author, channel, key }: Post): Id<'held'> =>
  derivedId(author, 'channel.post', `${channel}·${key}`)

/** `seq` null: its author alone sees it for now. */
export interface HeldAnswer {
  readonly seq: number | null
  readonly at: Instant
}

/** What a repeat of a held post is told. */
export const answerOfHeld = (
  held: Held,
  content: string,
): Decision<HeldAnswer, 'key-reused' | 'content-refused'> => {
  if (held.content !== content) return refuse('key-reused')
  return held.state.kind === 'refused'
    ? refuse('content-refused', { why: held.state.reason })
    : become({ seq: null, at: held.at })
}

/**
 * Keeps a post from sight until nothing of it is unchecked: its files are the held message's from here on, whatever
 * breaks off. With nothing left to check it goes into the channel at once.
 */
export const hold = async (
  held: Held,
  drafted: readonly DraftedFile[],
  call: Call,
): Promise<Decision<HeldAnswer, 'key-reused' | 'content-refused' | 'consent-needed'>> => {
  const decision = await withTransaction(async (tx) => {
    const before = await findHeld(tx, held.id)
    if (before) return become(before)
    // Where the account is deleted meanwhile, deletion wins.
    if (!(await findIdentityOf(tx, held.author))) return refuse('consent-needed')
    await settleDrafts(tx, drafted)
    await addHeld(tx, held)
    return become(null)
  })
  if (!decision.ok || decision.value !== null) await dropUnsettled(drafted)
  if (!decision.ok) return decision
  if (decision.value !== null) return answerOfHeld(decision.value, held.content)
  if (held.state.kind === 'passed') return answerOfReleased(await release(held, call.now), held)
  await askChecks(held, call.now)
  return become({ seq: null, at: held.at })
}

const answerOfReleased = (message: Message | null, { at }: Held) =>
  become(message ? { seq: message.seq, at: message.at } : { seq: null, at })

/** Asks for what was not asked yet; what can't be asked now is asked again within a minute. */
export const askChecks = async (held: Held, now: Instant): Promise<void> => {
  const files = held.checks.filter(({ trace }) => trace === null).map(({ file }) => file)
  const identity = await findIdentityOf(db, held.author)
  if (!identity || held.body.kind === 'text') return
  const kind = held.body.kind === 'voice' ? 'voice' : 'picture'
  const urls = await temporaryUrls(files)
  const traces = new Map<string, string>()
  await Promise.all(
    files.map(async (file) => {
      const url = urls.get(file)
      const trace = url === undefined ? null : await startMediaCheck(url, kind, identity.openid)
      if (trace !== null) traces.set(file, trace)
    }),
  )
  await moveHeld(held.id, (current) => become(rememberTraces(current, traces, now)), now)
}

type Also = (tx: Documents, held: Held) => Promise<void>

/**
 * The one way a held message changes: decided in a transaction, so of two at once the second sees what the first did.
 * What follows comes after it: files go, the message is released, its author is told. Null: it is not held any more.
 */
export const moveHeld = async <R extends string>(
  id: Id<'held'>,
  decide: (held: Held) => Decision<Held, R>,
  now: Instant,
  also: Also = () => Promise.resolve(),
): Promise<Decision<Held | null, R>> => {
  const decision = await withTransaction(async (tx) => {
    const held = await findHeld(tx, id)
    if (!held) return become(null)
    const decided = decide(held)
    if (!decided.ok) return decided
    const next = decided.value
    if (next === held) return become({ next, retired: [], moved: false })
    await saveHeld(tx, next)
    const left = filesOf(next.body)
    const retired = await retireFiles(
      tx,
      filesOf(held.body).filter((file) => !left.includes(file)),
      held,
      now,
    )
    await also(tx, next)
    return become({ next, retired, moved: next.state.kind !== held.state.kind })
  })
  if (!decision.ok) return decision
  if (decision.value === null) return become(null)
  const { next, retired, moved } = decision.value
  await dropUnsettled(retired)
  if (moved && next.state.kind === 'passed') await release(next, now)
  if (moved && next.state.kind === 'refused') await tellAuthor(next)
  return become(next)
}

const retireFiles = async (
  tx: Documents,
  files: readonly string[],
  { author, district }: Held,
  now: Instant,
): Promise<readonly DraftedFile[]> => {
  const retired: DraftedFile[] = []
  for (const file of files)
    retired.push(...(await retireFile(tx, file, { actor: { id: author, district, grants: [] }, now })))
  return retired
}
