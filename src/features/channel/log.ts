import type { HeldView, MessageView } from '#domain/contract/channel'

/** So many neighbouring messages are read, shown and put away together. */
export const BLOCK = 10

/** Messages by their place in the block; null: not read yet, or not written yet. */
export type Block = readonly (MessageView | null)[]

/** What is known of a channel: since its sequence has no gaps, `last` says how many messages there are, read or not. */
export interface Log {
  readonly blocks: ReadonlyMap<number, Block>
  readonly last: number
}

export const emptyLog: Log = { blocks: new Map(), last: 0 }

export const blockOf = (seq: number): number => Math.floor((seq - 1) / BLOCK)
export const firstOf = (block: number): number => block * BLOCK + 1
export const blockCount = ({ last }: Log): number => Math.ceil(last / BLOCK)

const vacant: Block = Array.from({ length: BLOCK }, () => null)

export const messageAt = ({ blocks }: Log, seq: number): MessageView | null =>
  blocks.get(blockOf(seq))?.[(seq - 1) % BLOCK] ?? null

/** Whether every message of the block that exists is here. */
export const isWhole = ({ blocks, last }: Log, block: number): boolean => {
  const held = blocks.get(block)
  return held !== undefined && held.every((message, at) => message !== null || firstOf(block) + at > last)
}

/** Temporary addresses differ from answer to answer and say nothing new. */
const signatureOf = (message: MessageView): string =>
  JSON.stringify(message, (key, value: unknown) => (key === 'url' ? undefined : value))

/** Of two answers about one message: what was taken back stays so, whichever answer comes last. */
const newerOf = (held: MessageView, come: MessageView, renew: boolean): MessageView => {
  if (held.state !== 'shown' && come.state === 'shown') return held
  return renew || signatureOf(held) !== signatureOf(come) ? come : held
}

/**
 * Takes in what the server answered, in whatever order answers come, the same twice too. Blocks that hear nothing new stay
 * the same object. `renew` takes the addresses of pictures over as well.
 */
export const merge = (
  log: Log,
  messages: readonly MessageView[],
  { last = 0, renew = false }: { readonly last?: number; readonly renew?: boolean } = {},
): Log => {
  const blocks = new Map<number, Block>(log.blocks)
  let changed = false
  let newest = Math.max(log.last, last)
  for (const message of messages) {
    const number = blockOf(message.seq)
    const place = (message.seq - 1) % BLOCK
    const block = blocks.get(number) ?? vacant
    const held = block[place] ?? null
    const kept = held === null ? message : newerOf(held, message, renew)
    newest = Math.max(newest, message.seq)
    if (kept === held) continue
    blocks.set(
      number,
      block.map((at, index) => (index === place ? kept : at)),
    )
    changed = true
  }
  if (!changed) return newest === log.last ? log : { ...log, last: newest }
  return { blocks, last: newest }
}

/** The newest messages in order, at most `most`, without a gap between them. */
export const newestOf = (log: Log, most: number): readonly MessageView[] => {
  const found: MessageView[] = []
  for (let seq = log.last; seq > 0 && found.length < most; seq -= 1) {
    const message = messageAt(log, seq)
    if (message === null) break
    found.push(message)
  }
  return found.reverse()
}

/** Everything read, in order. */
export const allOf = ({ blocks }: Log): readonly MessageView[] =>
  [...blocks.keys()]
    .sort((one, other) => one - other)
    .flatMap((block) => blocks.get(block)?.filter((message) => message !== null) ?? [])

/** Under which keys this reader's own messages stand here. */
export const ownKeys = ({ blocks }: Log): ReadonlySet<string> => {
  const keys = new Set<string>()
  for (const block of blocks.values())
    for (const message of block) if (message && message.key !== null) keys.add(message.key)
  return keys
}

/** Released this moment, a message may be in the channel and held still, in one answer: then the channel speaks for it. */
export const stillHeld = (log: Log, held: readonly HeldView[]): readonly HeldView[] => {
  const keys = ownKeys(log)
  return held.filter(({ key }) => !keys.has(key))
}
