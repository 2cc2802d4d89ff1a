import { asId, type Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'

import { addInboxRow } from '../../store/inbox'
import { findOutboxEntry, listWaiting, markDelivered, type OutboxEntry } from '../../store/outbox'
import { findPerson, listHolders, type Person } from '../../store/people'
import { raiseSignal } from '../../store/signals'
import { sha256 } from '../derived-id'

const recipientsAtOnce = 20

/** Tells one person: the inbox entry's id is derived, so a second delivery adds nothing; the signal is a hint. */
const tell = async (entry: OutboxEntry, person: Person, now: Instant): Promise<void> => {
  const { audience: _audience, ...fields } = entry
  const id = asId<'inboxEntry'>(sha256(`${entry.id}·${person.id}`).slice(0, 32))
  // The moment of telling, not of the step: a late entry must not arrive below the reading mark.
  await addInboxRow({ ...fields, id, person: person.id, at: now })
  await raiseSignal(person.signalKey)
}

/** Tells everyone an entry is for; true where that was everyone, false where `most` ended it first. */
const deliver = async (entry: OutboxEntry, most: number, now: Instant): Promise<boolean> => {
  const { persons, posts, except } = entry.audience
  const told = new Set<Id<'person'>>([except])
  const tellOnce = async (person: Person) => {
    if (told.has(person.id)) return
    told.add(person.id)
    await tell(entry, person, now)
  }
  for (const id of persons) {
    const person = await findPerson(id)
    if (person) await tellOnce(person)
  }
  for (const post of posts) {
    for (let after = ''; ;) {
      const holders = await listHolders(post, recipientsAtOnce, after)
      for (const holder of holders) {
        if (told.size > most) return false
        await tellOnce(holder)
      }
      const last = holders.at(-1)
      if (!last || holders.length < recipientsAtOnce) break
      after = last.id
    }
  }
  await markDelivered(entry.id)
  return true
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

/** The timer's share: every entry that still waits; one that fails stays for the next minute and stops no other. */
export const deliverWaiting = async (
  now: Instant,
): Promise<{ readonly told: number; readonly failed: number }> => {
  let told = 0
  let failed = 0
  for (const entry of await listWaiting(asInstant(now - 1_000), entriesPerRun)) {
    try {
      await deliver(entry, everyone, now)
      told += 1
    } catch (error) {
      failed += 1
      console.error(`outbox ${entry.id} failed`, error)
    }
  }
  return { told, failed }
}
