import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Card } from '#domain/message'
import type { Notice } from '#domain/notice'

import { db } from '../../cloudfunctions/cloud/database'
import { findCaseload, saveCaseload } from '../../cloudfunctions/store/caseloads'
import { move as moveShops } from '../../cloudfunctions/use-cases/caseload/move'
import { pageOfChannel } from '../../cloudfunctions/use-cases/channel/page'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import type { Shop } from '#domain/shop'
import { yes } from './a-submission'
import { command, district, later } from './builders'
import { between } from './hand-overs'
import { caseloadOf, entryOf, headOne, headTwo, nowAs } from './shop-district'
import { as } from './small-district'

/** The other head as head one's deputy. */
export const deputise = async (deputy: Actor): Promise<void> => {
  const caseload = await findCaseload(db, district, caseloadOf(headOne))
  if (caseload?.holder.kind !== 'head') throw new Error('head one has no caseload')
  const holder = { ...caseload.holder, deputy: { entry: entryOf(deputy), person: deputy.id } }
  await saveCaseload(db, { ...caseload, holder, version: caseload.version + 1 })
}

/** From head one to head two, at once. */
export const handOver = async (shop: Shop): Promise<void> => {
  yes(await moveShops(between(caseloadOf(headOne), caseloadOf(headTwo), [shop]), as(command)))
}

/** The system's cards in a channel, as this person reads them there, once everyone has been told. */
export const cardsIn = async (
  actor: Actor,
  channel: Id<'channel'>,
  now: Instant = later(60_000),
): Promise<readonly Card[]> => {
  await deliverWaiting(now)
  const { messages } = yes(await pageOfChannel({ channel, after: 0 }, await nowAs(actor)))
  return messages.flatMap(({ body }) => (body?.kind === 'card' ? [body.card] : []))
}

/** What this person's inbox says of things of this kind, the newest first, once everyone has been told. */
export const hearsOf = async (actor: Actor, kind: Notice['kind'], now: Instant = later(60_000)) => {
  await deliverWaiting(now)
  const { rows } = yes(await listEntries({ cursor: null }, as(actor)))
  return rows.flatMap(({ notice }) => (notice.kind === kind && 'what' in notice ? [notice.what] : []))
}
