import { asId, type Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import type { Post } from '#domain/notice'

import { addInboxRow } from '../../store/inbox'
import {
  findOutboxEntry,
  listWaiting,
  putBack,
  removeOutboxEntry,
  type Message,
  type OutboxEntry,
} from '../../store/outbox'
import { findPerson, listHolders, type Person } from '../../store/people'
import { raiseSignal } from '../../store/signals'
import { postCard } from '../channel/post-card'
import { settleTold } from '../circular/settle'
import { sha256 } from '../derived-id'

const recipientsAtOnce = 20

/** Tells one person: the inbox entry's id is derived, so a second delivery adds nothing; the signal is a hint. */
const tell = async (mark: string, { notice }: Message, person: Person, now: Instant): Promise<void> => {
  if (person.leftAt !== null) return
  const id = asId<'inboxEntry'>(sha256(`${mark}·${person.id}`).slice(0, 32))
  // The moment of telling, not of the step: a late entry must not arrive below the reading mark.
  await addInboxRow({ notice, id, person: person.id, at: now, settled: false })
  await raiseSignal(person.signalKey)
}

/** How many more may be told in this go. */
interface Budget {
  left: number
}

/** A circular names a post for each shop of a group. */
const postsAtOnce = 10

/** Tells everyone a message is for, nobody twice; true where that was everyone, false where the budget ended it first. */
const deliverMessage = async (
  mark: string,
  message: Message,
  budget: Budget,
  now: Instant,
): Promise<boolean> => {
  const { persons, posts, except } = message.audience
  const heard: Person[] = []
  const told = new Set<Id<'person'> | null>([except])
  const tellOnce = async (person: Person): Promise<boolean> => {
    if (told.has(person.id)) return true
    if (budget.left <= 0) return false
    budget.left -= 1
    told.add(person.id)
    await tell(mark, message, person, now)
    heard.push(person)
    return true
  }
  for (const id of persons) {
    const person = await findPerson(id)
    if (person && !(await tellOnce(person))) return false
  }
  const tellHolders = async (post: Post): Promise<boolean> => {
    for (let after = ''; ;) {
      const holders = await listHolders(post, recipientsAtOnce, after)
      for (const holder of holders) if (!(await tellOnce(holder))) return false
      const last = holders.at(-1)
      if (!last || holders.length < recipientsAtOnce) return true
      after = last.id
    }
  }
  for (let from = 0; from < posts.length; from += postsAtOnce)
    if ((await Promise.all(posts.slice(from, from + postsAtOnce).map(tellHolders))).includes(false))
      return false
  // Told late: some may have answered by another way meanwhile.
  if (message.notice.kind === 'circular') await settleTold(message.notice.circular, heard)
  return true
}

const messagesAtOnce = 10

/** Every message of an entry, a few at a time; the entry goes once everyone has been told. */
const deliver = async (entry: OutboxEntry, most: number, now: Instant): Promise<void> => {
  if (entry.desk) {
    const { district, shop, card } = entry.desk
    await postCard({ kind: 'desk', shop: shop.id }, card, { district, shop, key: `step-${entry.id}`, now })
  }
  const budget = { left: most }
  const messages: readonly Message[] = [entry, ...(entry.more ?? [])]
  for (let from = 0; from < messages.length; from += messagesAtOnce) {
    const done = await Promise.all(
      messages.slice(from, from + messagesAtOnce).map((message, at) => {
        const place = from + at
        return deliverMessage(place === 0 ? entry.id : `${entry.id}·${String(place)}`, message, budget, now)
      }),
    )
    if (done.includes(false)) return
  }
  await removeOutboxEntry(entry.id)
}

const budgetMilliseconds = 300

/**
 * After a commit and before the answer: tells the first twenty at once, for at most 300 ms; what is left, and whatever
 * goes wrong here, waits for `jobs` within a minute.
 */
export const deliverSoon = async (id: Id<'outboxEntry'>, now: Instant): Promise<void> => {
  const work = (async () => {
    const entry = await findOutboxEntry(id)
    if (entry) await deliver(entry, recipientsAtOnce, now)
  })().catch((error: unknown) => {
    console.warn(`outbox ${id} waits for jobs`, error)
  })
  let timer: NodeJS.Timeout | undefined
  const budget = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, budgetMilliseconds)
  })
  await Promise.race([work, budget])
  clearTimeout(timer)
}

const entriesPerRun = 200
const everyone = Number.POSITIVE_INFINITY

/** milliseconds of a run of the clock, which has 60 s for all its steps; whoever is not told by then is told in the next */
const budgetOfRun = 25_000

/** The timer's share: every entry that still waits; one that fails stays for the next minute and stops no other. */
export const deliverWaiting = async (
  now: Instant,
  budget = budgetOfRun,
): Promise<{ readonly told: number; readonly failed: number }> => {
  let told = 0
  let failed = 0
  const end = performance.now() + budget
  for (const entry of await listWaiting(asInstant(now - 1_000), entriesPerRun)) {
    if (performance.now() > end) break
    try {
      await deliver(entry, everyone, now)
      told += 1
    } catch (error) {
      failed += 1
      await putBack(entry.id, now)
      console.error(`outbox ${entry.id} failed`, error)
    }
  }
  return { told, failed }
}
