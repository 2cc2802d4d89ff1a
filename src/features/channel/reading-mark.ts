import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'

/** After the opening: once the list stands. */
const SOON = 800
/** While people talk: a thousand messages an hour leave so long a pause hardly ever, and reading them costs calls enough. */
const QUIET = 20_000

/**
 * Tells the server how far its reader has read: soon after the opening, then once nothing new has come for a while, and at
 * once when the reader leaves.
 */
export const keepMark = (channel: Id<'channel'>, onTold: () => Promise<void>) => {
  let seen = 0
  let told = 0
  let pause = SOON
  let timer: ReturnType<typeof setTimeout> | undefined

  const tellIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void tell().then(onTold), milliseconds)
  }
  const tell = async (): Promise<void> => {
    clearTimeout(timer)
    const [until, before] = [seen, told]
    if (until <= before) return
    told = until
    const { kind } = await call('channel.read', { channel, until })
    if (kind === 'ok') return
    told = Math.min(told, before)
    if (kind === 'offline') tellIn(QUIET)
  }

  return {
    /** `known`: how far the server has it already */
    note: (seq: number, known: number) => {
      told = Math.max(told, known)
      if (seq > Math.max(seen, told)) {
        seen = seq
        tellIn(pause)
      }
      pause = QUIET
    },
    tell,
  }
}
