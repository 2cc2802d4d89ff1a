import type { HeldView } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { filesOf, type Held } from '#domain/moderation'

import { temporaryUrls } from '../../cloud/files'
import { listHeldIn } from '../../store/held'
import { showBody } from './view'

const most = 50

/** One's own messages that wait for their check, or did not pass it; the oldest first. */
export const viewHeld = async (
  author: Id<'person'>,
  channel: Id<'channel'>,
): Promise<readonly HeldView[]> => {
  const held = await listHeldIn(author, channel, most)
  const urls = await temporaryUrls(held.flatMap(({ body }) => filesOf(body)))
  return held.map((one) => viewOf(one, urls))
}

const viewOf = ({ key, at, body, state }: Held, urls: ReadonlyMap<string, string>): HeldView => ({
  ...{ key, at },
  body: showBody(body, urls),
  state: state.kind === 'refused' ? 'refused' : 'checking',
  why: state.kind === 'refused' ? { reason: state.reason, words: state.words } : null,
})
