import type { ChannelHead, ChannelMark, HeldView, MessageView, Opened } from '#domain/contract/channel'
import type { Output, Refusal } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { call } from '../../platform/cloud'
import type { Failure } from '../../platform/outcome'
import { dropStored, readStored, writeStored } from '../../platform/storage'
import {
  blockOf,
  emptyLog,
  firstOf,
  isWhole,
  merge,
  messageAt,
  newestOf,
  ownKeys,
  stillHeld,
  type Log,
} from './log'
import { brought, FIRST_PAUSE, nextPause } from './outbox'
import { changeOutbox, readOutbox } from './outbox-store'

/** Shown at once at the next opening, before the server has answered. */
const KEPT = 30
/** Signals that come closer together than this are answered by one reading, milliseconds. */
const REST = 500
/** So many changed messages an answer tells of at most. */
const MOST_CHANGED = 50

export interface Conversation {
  readonly head: ChannelHead | null
  readonly log: Log
  readonly held: readonly HeldView[]
  readonly signalKey: Id<'signal'> | null
  /** the reader's mark when the page was opened; null until the server has told it */
  readonly readUntil: number | null
  /** the last call found no network: what is shown may be old */
  readonly offline: boolean
  /** why it can't be shown at all */
  readonly failure: Failure<Refusal<'channel.open'>> | null
}

interface Kept {
  readonly head: ChannelHead
  readonly messages: readonly MessageView[]
  readonly mark: ChannelMark
}

const nameOf = (id: Id<'channel'>) => `channel-last:${id}`

const keptOf = (id: Id<'channel'>): Kept | null => {
  const stored = readStored(nameOf(id))
  return typeof stored === 'object' && stored !== null && 'head' in stored && 'mark' in stored
    ? (stored as Kept)
    : null
}

type Changes = Output<'channel.changes'>

/** A channel as this phone knows it, kept in step with the server: one reading at a time, each from where the last ended. */
export const followChannel = (id: Id<'channel'>, at: number | null) => {
  const kept = keptOf(id)
  let mark: { last: number; changedAt: Instant } | null = null
  let now: Conversation = {
    head: kept?.head ?? null,
    log: kept ? merge(emptyLog, kept.messages, { last: kept.mark.last }) : emptyLog,
    held: [],
    signalKey: null,
    readUntil: null,
    offline: false,
    failure: null,
  }
  const watchers = new Set<() => void>()
  const loading = new Set<number>()
  let running = false
  let again = false
  let over = false
  let resting = false
  let signalled = false
  let pause = FIRST_PAUSE
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (part: Partial<Conversation>) => {
    now = { ...now, ...part }
    watchers.forEach((tell) => {
      tell()
    })
  }
  const keep = () => {
    const { head, log, signalKey } = now
    if (head === null || mark === null || signalKey === null) return
    const messages = newestOf(log, KEPT)
    writeStored(nameOf(id), { head, messages, mark: { ...mark, last: log.last, signalKey } } satisfies Kept)
  }

  /** What this phone still shows as sent is in the channel now, or was stored before the channel was read. */
  const takeOver = (storedBefore: ReadonlySet<string>) => {
    const keys = new Set([...now.held.map(({ key }) => key), ...ownKeys(now.log)])
    changeOutbox((outbox) => brought(outbox, id, ({ key }) => keys.has(key) || storedBefore.has(key)))
  }
  const storedNow = (): ReadonlySet<string> =>
    new Set(
      readOutbox().flatMap(({ channel, key, state }) =>
        channel === id && state.kind === 'sent' ? [key] : [],
      ),
    )

  const openFrom = ({ head, messages, held, readUntil, last, changedAt, signalKey }: Opened) => {
    // What was kept here may have been taken back meanwhile: the next reading tells.
    mark = { last, changedAt: kept?.mark.changedAt ?? changedAt }
    again = again || kept !== null
    const log = merge(now.log, messages, { last, renew: true })
    become({
      ...{ head, log, held: stillHeld(log, held), signalKey, offline: false, failure: null },
      readUntil: now.readUntil ?? readUntil,
    })
  }
  const takeIn = (from: { last: number }, changes: Changes) => {
    const { messages, changed, held, pins, changedAt, signalKey } = changes
    const reached = messages.at(-1)?.seq ?? from.last
    mark = { last: reached, changedAt }
    const { head } = now
    // More may have changed than was told: what is not read again is not shown.
    const known = changed.length < MOST_CHANGED ? now.log : { ...emptyLog, last: now.log.last }
    const log = merge(merge(known, changed), messages, { last: reached })
    become({
      ...{ log, held: stillHeld(log, held), signalKey, offline: false, failure: null },
      head: head && { ...head, pins },
    })
    return messages.length > 0 && reached < changes.last
  }

  /** true: all of it has been read */
  const readOnce = async (): Promise<boolean> => {
    const storedBefore = storedNow()
    if (mark === null) {
      const opened = await call('channel.open', { channel: id, at })
      if (opened.kind !== 'ok') {
        // Whoever is not in it any more keeps nothing of it.
        if (opened.kind === 'refused') dropStored(nameOf(id))
        become({ offline: opened.kind === 'offline', failure: opened })
        return false
      }
      openFrom(opened.value)
    } else {
      for (let more = true; more;) {
        const from = mark
        const changes = await call('channel.changes', { channel: id, ...from })
        if (changes.kind !== 'ok') {
          become({
            offline: changes.kind === 'offline',
            ...(changes.kind === 'refused' && { failure: changes }),
          })
          return false
        }
        more = takeIn(from, changes.value)
      }
    }
    takeOver(storedBefore)
    keep()
    return true
  }

  const retryLater = () => {
    clearTimeout(timer)
    if (over) return
    timer = setTimeout(sync, pause)
    pause = nextPause(pause)
  }
  const wantsAgain = () => !over && (again || storedNow().size > 0)
  /** One reading at a time; whatever is told meanwhile asks for one more after it. */
  const read = async () => {
    running = true
    let whole = true
    do {
      again = false
      whole = await readOnce()
    } while (wantsAgain() && whole)
    running = false
    if (whole) pause = FIRST_PAUSE
    else if (now.failure?.kind !== 'refused') retryLater()
  }
  const sync = () => {
    if (over) return
    clearTimeout(timer)
    if (running) again = true
    else void read()
  }
  /** The first of a burst is answered at once, the rest together. */
  const noteSignal = () => {
    signalled = resting
    if (resting) return
    resting = true
    sync()
    setTimeout(() => {
      resting = false
      if (signalled) noteSignal()
    }, REST)
  }

  /** Reads a block of the list that comes into view; with its neighbours on the side from where the reader comes. */
  const loadBlock = async (block: number, renew = false) => {
    if (loading.has(block) || over || (!renew && isWhole(now.log, block))) return
    loading.add(block)
    const upwards = !renew && now.log.blocks.has(block + 1)
    const input = upwards
      ? { channel: id, before: firstOf(block + 1) }
      : { channel: id, after: firstOf(block) - 1 }
    const page = await call('channel.page', input)
    loading.delete(block)
    if (page.kind === 'ok') become({ log: merge(now.log, page.value.messages, { renew }), offline: false })
    else if (page.kind === 'offline') become({ offline: true })
  }

  return {
    now: () => now,
    watch: (tell: () => void) => {
      watchers.add(tell)
      return () => {
        watchers.delete(tell)
      }
    },
    sync,
    noteSignal,
    /** something of one's own is in the store now: read, unless it came back before that was known */
    noteStored: () => {
      if (!running && storedNow().size > 0) sync()
    },
    load: (block: number) => {
      void loadBlock(block)
    },
    /** so that a message can be shown: it and those around it */
    bring: async (seq: number) => {
      if (seq < 1 || seq > now.log.last) return false
      await loadBlock(blockOf(seq))
      return messageAt(now.log, seq) !== null
    },
    /** temporary addresses have run out */
    renew: (seq: number) => {
      void loadBlock(blockOf(seq), true)
    },
    /** what this reader just did here is shown before the server is asked again */
    takeHead: (part: Partial<ChannelHead>) => {
      if (now.head) become({ head: { ...now.head, ...part } })
    },
    end: () => {
      over = true
      clearTimeout(timer)
    },
  }
}
