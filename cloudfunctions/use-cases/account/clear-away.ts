import type { Actor } from '#domain/actor'
import { holdsShop, type Claim } from '#domain/claim'
import type { Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'

import { db } from '../../cloud/database'
import { removeFiles } from '../../cloud/files'
import { withTransaction } from '../../cloud/transaction'
import { removeCannedOf } from '../../store/canned-answers'
import {
  findClaim,
  listClaims,
  listInvitationsBy,
  listPhotographedClaims,
  removeInvitation,
  saveClaim,
} from '../../store/claims'
import { listDepartures, removeDeparture, saveDeparture, type Departure } from '../../store/departures'
import { listHeldOf } from '../../store/held'
import { emptyInbox } from '../../store/inbox'
import { removeMarks } from '../../store/marks'
import { removeSignal } from '../../store/signals'
import { letGo } from '../channel/release'
import { moveClaim } from '../claim/move'
import { dropDraftsOf } from '../upload/draft'

const MINUTE = 60_000

/** By then every call that was under way when the account went has ended (functions.ts: at most a minute). */
export const stillUnderWay = (now: Instant): Instant => asInstant(now + 2 * MINUTE)

const atOnce = 20
/** each takes up to half a second, of a call's twenty (which leaves so many twice) or of the sixty that jobs has */
const shopsAtOnce = 8
const departuresPerRun = 5

/**
 * What lies elsewhere under a departed person's id, a bounded part of it, each step repeatable; true once nothing is left.
 * Claims, reports, complaints and the audit log stay under the random id: who held a shop when, and what was decided, is
 * the office’s record (个人信息保护法 art. 19, 47). So do messages, which others have read. The photos of licences, which name
 * people, go, and messages that nobody else has seen.
 */
export const clearAway = async (
  { id, district, signal, files }: Departure,
  now: Instant,
): Promise<boolean> => {
  await removeFiles(files)
  await removeSignal(signal)
  await emptyInbox(id)
  await removeMarks(id)
  await removeCannedOf(id)
  const parts = [
    await dropDraftsOf(id, asInstant(now - MINUTE)),
    await withdrawInvitations(id),
    await leaveShops({ id, district }, now),
    await removeLicences(id),
    await removeHeldOf(id, now),
  ]
  return !parts.includes(false)
}

/** Invitations that this person wrote hold another's phone and are worth nothing any more. */
const withdrawInvitations = async (by: Id<'person'>): Promise<boolean> => {
  const invitations = await listInvitationsBy(by, atOnce)
  for (const invitation of invitations) await removeInvitation(db, invitation.id)
  return invitations.length < atOnce
}

/** Open claims, the newest first, a few of them; true where no open one is left. */
export const leaveShops = async (
  { id, district }: Pick<Actor, 'id' | 'district'>,
  now: Instant,
): Promise<boolean> => {
  const { rows, next } = await listClaims({ person: id, open: true }, shopsAtOnce, null)
  let stays = 0
  for (const claim of rows) if (!(await leaveShop(claim, { id, district, grants: [] }, now))) stays += 1
  return stays === 0 && next === null
}

const tries = 5

/** Others may move the claim at the same moment: then it is looked at again. */
const leaveShop = async ({ id, district }: Claim, actor: Actor, now: Instant): Promise<boolean> => {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const claim = await findClaim(db, district, id)
    if (!claim || (claim.status.kind !== 'asked' && !holdsShop(claim))) return true
    const step = { id, version: claim.version, key: `leave-${id}`, words: '' }
    if ((await moveClaim('leave', step, { actor, now })).ok) return true
  }
  return false
}

/** The file first: what is cut off here is found again by the claim. */
const removeLicences = async (person: Id<'person'>): Promise<boolean> => {
  const claims = await listPhotographedClaims(person, atOnce)
  for (const { id, district, photos } of claims) {
    await removeFiles(photos)
    await withTransaction(async (tx) => {
      const claim = await findClaim(tx, district, id)
      if (claim) await saveClaim(tx, { ...claim, photos: [] })
    })
  }
  return claims.length < atOnce
}

/** What is on its way into a channel is dropped by whoever brings it there. */
const removeHeldOf = async (author: Id<'person'>, now: Instant): Promise<boolean> => {
  const held = await listHeldOf(author, atOnce)
  for (const one of held) if (one.state.kind !== 'passed') await letGo(one, [], now)
  return held.length < atOnce && held.every(({ state }) => state.kind !== 'passed')
}

/** The clock's share: each departure is cleared once more after the calls of its moment, then until nothing is left. */
export const clearDepartures = async (
  now: Instant,
): Promise<{ readonly cleared: number; readonly failed: number }> => {
  let cleared = 0
  let failed = 0
  for (const departure of await listDepartures(now, departuresPerRun)) {
    // One that breaks waits behind the others.
    await saveDeparture(db, { ...departure, due: stillUnderWay(now) })
    try {
      if (!(await clearAway(departure, now))) continue
      await removeDeparture(departure.id)
      cleared += 1
    } catch (error) {
      failed += 1
      console.error(`departure ${departure.id} failed`, error)
    }
  }
  return { cleared, failed }
}
