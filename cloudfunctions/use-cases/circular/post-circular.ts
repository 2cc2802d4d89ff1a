import { channelIdOf } from '#domain/channel'
import { asInstant, type Instant } from '#domain/kernel/instant'
import type { Body } from '#domain/message'

import { listUnposted, notePosted, type CircularRecord } from '../../store/circulars'
import { appendMessage } from '../../store/messages'
import { applyEffects } from '../channel/effects'
import { placeOf } from '../channel/place'
import { hashOf } from '../derived-id'
import { eachApart } from '../each-apart'

/** Its message in the group, once however often it is tried: the key is the circular's. */
export const postCircular = async (circular: CircularRecord, now: Instant): Promise<void> => {
  const { id, district, caseload, by, standing, title } = circular
  const channel = channelIdOf({ kind: 'store', caseload })
  const place = await placeOf({ channel, district })
  if (!place) throw new Error(`no channel ${channel}`)
  const body: Body = { kind: 'circular', circular: id, title }
  const { message, repeated } = await appendMessage(
    {
      ...{ channel, district, standing, body, author: by, shop: null, at: now, key: `circular-${id}` },
      ...{ quote: null, mentions: [], asks: false, state: { kind: 'shown' } },
      content: hashOf(body),
    },
    place.record.last,
  )
  if (!repeated) await applyEffects(message, place, { now, again: false })
  await notePosted(id, message.seq)
}

const perRun = 50

/** Those whose call was cut off between storing and saying them. */
export const postCirculars = async (now: Instant): Promise<number> =>
  eachApart(await listUnposted(asInstant(now - 5_000), perRun), (circular) => postCircular(circular, now))
