import fc from 'fast-check'
import {
  followsEnd,
  heightOf,
  MOST_BLOCKS,
  newestSeen,
  offsetOf,
  shiftOf,
  spanAt,
  standingAround,
} from '../../src/features/channel/window'

const count = fc.integer({ min: 1, max: 500 })
const measured = fc
  .array(fc.tuple(fc.nat({ max: 499 }), fc.integer({ min: 300, max: 4_000 })), { maxLength: 40 })
  .map((pairs) => new Map(pairs))
const height = fc.integer({ min: 300, max: 1_200 })

describe('which blocks of a long list are mounted', () => {
  it('never more than sixty messages, and all that is in view', () => {
    fc.assert(
      fc.property(
        count,
        measured,
        height,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (blocks, heights, view, part) => {
          const full = offsetOf(heights, blocks)
          const top = Math.floor(Math.max(0, full - view) * part)
          const { from, to } = spanAt(heights, blocks, { top, height: view })
          expect(to - from + 1).toBeLessThanOrEqual(MOST_BLOCKS)
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThan(blocks)
          expect(offsetOf(heights, from)).toBeLessThanOrEqual(top)
          expect(offsetOf(heights, to + 1)).toBeGreaterThanOrEqual(Math.min(full, top + view))
        },
      ),
    )
  })

  it('stand among those that are kept one by one, which are few whatever the length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (blocks, jumps) => {
          let standing = { from: 0, to: 0 }
          for (const part of jumps) {
            const from = Math.floor((blocks - 1) * part)
            const span = { from, to: Math.min(blocks - 1, from + 2) }
            standing = standingAround(standing, span, blocks)
            expect(standing.from).toBeLessThanOrEqual(span.from)
            expect(standing.to).toBeGreaterThanOrEqual(span.to)
            expect(standing.to).toBeLessThan(blocks)
            expect(standing.to - standing.from).toBeLessThan(95)
          }
        },
      ),
    )
  })

  it('one more message at the end changes nothing above it', () => {
    const standing = standingAround({ from: 0, to: 0 }, { from: 98, to: 99 }, 100)
    expect(standingAround(standing, { from: 98, to: 99 }, 100)).toBe(standing)
    expect(standingAround(standing, { from: 99, to: 100 }, 101).from).toBe(standing.from)
  })
})

describe("the reader's place", () => {
  it('moves by what blocks above it grow, so that what is read stays where it is', () => {
    fc.assert(
      fc.property(measured, measured, fc.integer({ min: 0, max: 100_000 }), (heights, found, top) => {
        const shift = shiftOf(heights, new Set(heights.keys()), found, top)
        const after = new Map([...heights, ...found])
        // The first sure block that begins in view begins as far from the upper edge as before.
        let block = 0
        while (offsetOf(heights, block) < top) block += 1
        expect(offsetOf(after, block) - (top + shift)).toBe(
          offsetOf(heights, block) - top + straddling(heights, found, block, top),
        )
      }),
    )
  })
  /** The block that reaches into view grows downwards where all of it had been read. */
  const straddling = (
    heights: ReadonlyMap<number, number>,
    found: ReadonlyMap<number, number>,
    block: number,
    top: number,
  ): number => {
    const above = block - 1
    const grown = found.get(above)
    const cut = above >= 0 && heights.has(above) && offsetOf(heights, above) + heightOf(heights, above) > top
    return cut && grown !== undefined ? grown - heightOf(heights, above) : 0
  }

  it('names the newest message in view: the last at the end, none before the first', () => {
    const heights = new Map([
      [0, 1_000],
      [1, 500],
    ])
    const list = { count: 2, last: 15, perBlock: 10 }
    expect(newestSeen(heights, list, { top: 500, height: 1_000 })).toBe(15)
    expect(newestSeen(heights, list, { top: 0, height: 550 })).toBe(5)
    expect(newestSeen(heights, list, { top: 0, height: 1_200 })).toBe(12)
  })
})

describe('a list that follows what comes new', () => {
  const view = 600
  const follows = (atEnd: boolean, before: number, top: number, full: number) =>
    followsEnd({ atEnd, top: before }, { top, full, view }).follows

  it('goes on following where only its end has moved away, until its reader goes up', () => {
    expect(follows(true, 1_400, 1_400, 2_000)).toBe(true)
    expect(follows(true, 1_400, 1_400, 2_500)).toBe(true)
    expect(follows(true, 1_400, 1_300, 2_000)).toBe(false)
    expect(follows(true, 1_400, 1_390, 2_000)).toBe(true)
  })

  it('follows again only once its reader is back at the end', () => {
    expect(follows(false, 900, 1_000, 2_000)).toBe(false)
    expect(follows(false, 1_000, 1_390, 2_000)).toBe(true)
  })
})
