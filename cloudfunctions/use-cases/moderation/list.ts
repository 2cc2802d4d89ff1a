import { channelOf } from '#domain/channel'
import type { ModerationRow } from '#domain/contract/moderation'
import { become } from '#domain/kernel/result'
import { filesOf, type Held } from '#domain/moderation'

import { temporaryUrls } from '../../cloud/files'
import { listForModerator } from '../../store/held'
import { cursorFrom, cursorText } from '../../store/page'
import type { UseCase } from '../call'
import { showBody } from '../channel/view'

const rowsPerPage = 20

/** What waits for a person's eye; one's own is for somebody else. */
export const listModeration: UseCase<'moderation.list'> = async ({ cursor }, { actor }) => {
  const page = await listForModerator(actor.district, rowsPerPage, cursorFrom(cursor))
  const foreign = page.rows.filter(({ author }) => author !== actor.id)
  const urls = await temporaryUrls(foreign.flatMap(({ body }) => filesOf(body)))
  return become({ rows: foreign.flatMap((held) => rowOf(held, urls)), next: cursorText(page.next) })
}

const rowOf = (held: Held, urls: ReadonlyMap<string, string>): readonly ModerationRow[] => {
  const { id, version, at, state, standing, body } = held
  const channel = channelOf(held.channel)
  if (state.kind !== 'moderator' || !channel) return []
  const { since, because } = state
  return [{ id, version, at, since, because, channel: channel.kind, standing, body: showBody(body, urls) }]
}
