import fc from 'fast-check'
import type { HeldView, MessageView } from '#domain/contract/channel'
import { asInstant } from '#domain/kernel/instant'
import {
  allOf,
  blockOf,
  emptyLog,
  isWhole,
  merge,
  messageAt,
  newestOf,
  stillHeld,
} from '../../src/features/channel/log'
import { goesOn, saysTime } from '../../src/features/channel/marks'

const aMessage = (seq: number, part: Partial<MessageView> = {}): MessageView => ({
  ...{
    seq,
    at: asInstant(seq * 1_000),
    mine: false,
    quote: null,
    calls: null,
    asks: false,
    why: null,
    key: null,
  },
  author: { id: null, name: '李姐', standing: 'owner', shopName: '温馨旅店' },
  body: { kind: 'text', words: `第 ${String(seq)} 条` },
  state: 'shown',
  ...part,
})
const recalled = (seq: number): MessageView => aMessage(seq, { body: null, state: 'recalled' })

/** What a server may answer, piece by piece: pages of one sequence, some of it taken back meanwhile. */
const answers = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
    .map(([from, size, late]) =>
      Array.from({ length: size }, (_, at) =>
        late && (from + at) % 7 === 0 ? recalled(from + at) : aMessage(from + at),
      ),
    ),
  { maxLength: 12 },
)
const takeAll = (pieces: readonly (readonly MessageView[])[]) =>
  pieces.reduce((log, piece) => merge(log, piece), emptyLog)

describe('what a phone knows of a channel', () => {
  it('shows a message once that one answer brings as released and as held', () => {
    const aHeld = (key: string): HeldView => ({
      ...{ key, at: asInstant(0), state: 'checking', why: null },
      body: { kind: 'text', words: '还在审核' },
    })
    const log = merge(emptyLog, [aMessage(1, { mine: true, key: 'passed' }), aMessage(2)])
    expect(stillHeld(log, [aHeld('passed'), aHeld('waiting')])).toEqual([aHeld('waiting')])
  })

  it('is the same whatever order the answers come in, and however often each', () => {
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (pieces, dice) => {
        const shuffled = [...pieces, ...pieces]
          .map((piece) => ({ piece, at: dice.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ piece }) => piece)
        expect(allOf(takeAll(shuffled))).toEqual(allOf(takeAll(pieces)))
      }),
    )
  })

  it('holds every message once, in the order of its sequence', () => {
    fc.assert(
      fc.property(answers, (pieces) => {
        const seqs = allOf(takeAll(pieces)).map(({ seq }) => seq)
        expect(seqs).toEqual([...new Set(pieces.flat().map(({ seq }) => seq))].sort((a, b) => a - b))
      }),
    )
  })

  it('never shows again what was taken back', () => {
    const log = merge(merge(emptyLog, [recalled(3)]), [aMessage(3)])
    expect(messageAt(log, 3)?.state).toBe('recalled')
  })

  it('leaves a block alone that hears nothing new, new addresses of its pictures included', () => {
    const pictureAt = (url: string) =>
      aMessage(1, { body: { kind: 'images', pictures: [{ url, width: 1, height: 1 }] } })
    const log = merge(emptyLog, [pictureAt('a'), aMessage(15)])
    expect(merge(log, [pictureAt('b')])).toBe(log)
    expect(merge(log, [aMessage(16)]).blocks.get(0)).toBe(log.blocks.get(0))
    expect(messageAt(merge(log, [pictureAt('b')], { renew: true }), 1)?.body).toMatchObject({
      pictures: [{ url: 'b' }],
    })
  })

  it('knows how many messages there are before it has read them, and which blocks are not whole', () => {
    const log = merge(emptyLog, [aMessage(41), aMessage(42)], { last: 42 })
    expect(log.last).toBe(42)
    expect(isWhole(log, blockOf(42))).toBe(true)
    expect(isWhole(log, 0)).toBe(false)
    expect(newestOf(log, 30).map(({ seq }) => seq)).toEqual([41, 42])
  })
})

describe('what stands above a message', () => {
  const minute = 60_000
  it('is the time at the start, on a new day and after ten minutes of silence', () => {
    const noon = Date.parse('2026-11-22T12:00+08:00')
    expect(saysTime(null, noon)).toBe(true)
    expect(saysTime(noon, noon + 10 * minute)).toBe(false)
    expect(saysTime(noon, noon + 10 * minute + 1)).toBe(true)
    expect(saysTime(Date.parse('2026-11-21T23:59+08:00'), Date.parse('2026-11-22T00:01+08:00'))).toBe(true)
  })

  it('is no name where the same person goes on at once', () => {
    const first = aMessage(1)
    expect(goesOn(first, aMessage(2))).toBe(true)
    expect(goesOn(first, aMessage(2, { mine: true }))).toBe(false)
    expect(
      goesOn(first, aMessage(2, { author: { ...first.author, name: '王姐', shopName: '幸福浴池' } })),
    ).toBe(false)
    expect(goesOn(first, aMessage(2, { at: asInstant(first.at + 6 * minute) }))).toBe(false)
    expect(goesOn(null, first)).toBe(false)
  })
})
