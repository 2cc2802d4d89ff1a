import type { MessageView } from '#domain/contract/channel'
import { sameDay } from '../../ui/time-words'

const PAUSE = 10 * 60_000
const RUN = 5 * 60_000

/** Whether the time is said above a message: at the start, on a new day, after ten minutes' silence. */
export const saysTime = (before: number | null, at: number): boolean =>
  before === null || !sameDay(before, at) || at - before > PAUSE

/** Whether a message goes on what the same person just said: its name is not said again. */
export const goesOn = (before: MessageView | null, message: MessageView): boolean =>
  before !== null &&
  before.mine === message.mine &&
  before.author.id === message.author.id &&
  before.author.shopName === message.author.shopName &&
  before.body !== null &&
  before.body.kind !== 'card' &&
  message.at - before.at <= RUN &&
  !saysTime(before.at, message.at)
