/** Blocks mounted at most: six of ten messages each. */
export const MOST_BLOCKS = 6
/** A block's height as long as nobody has measured it; pixels. */
export const GUESSED = 720

/** Heights by block, in pixels. */
export type Heights = ReadonlyMap<number, number>

export interface Span {
  readonly from: number
  /** the last one, itself included */
  readonly to: number
}

export const heightOf = (heights: Heights, block: number): number => heights.get(block) ?? GUESSED

/** Where a block begins, from the top of the list. */
export const offsetOf = (heights: Heights, block: number): number => {
  let sum = 0
  for (let at = 0; at < block; at += 1) sum += heightOf(heights, at)
  return sum
}

/** The block at this distance from the top; the last one below the end. */
export const blockAt = (heights: Heights, count: number, distance: number): number => {
  let bottom = 0
  for (let at = 0; at < count; at += 1) {
    bottom += heightOf(heights, at)
    if (bottom > distance) return at
  }
  return Math.max(0, count - 1)
}

interface View {
  /** how far the list is scrolled, and how much of it is seen; pixels */
  readonly top: number
  readonly height: number
}

/** Which blocks are mounted: those in view and half a view around them, never more than `MOST_BLOCKS`. */
export const spanAt = (heights: Heights, count: number, { top, height }: View): Span => {
  const around = height / 2
  let from = blockAt(heights, count, Math.max(0, top - around))
  let to = blockAt(heights, count, Math.max(0, top + height + around))
  const seen = {
    from: blockAt(heights, count, Math.max(0, top)),
    to: blockAt(heights, count, Math.max(0, top + height)),
  }
  while (to - from + 1 > MOST_BLOCKS) {
    if (to > seen.to && to - seen.to >= seen.from - from) to -= 1
    else if (from < seen.from) from += 1
    else to -= 1
  }
  return { from, to }
}

/** How near to its end, in pixels, the list counts as being there. */
const NEAR = 60

interface Scrolled {
  readonly top: number
  readonly full: number
  readonly view: number
}

/** Whether the list follows what comes new: near its end; or at it before, and only the end has moved, not the reader up. */
export const followsEnd = (
  before: { readonly atEnd: boolean; readonly top: number },
  { top, full, view }: Scrolled,
): { readonly near: boolean; readonly follows: boolean } => {
  const near = full - top - view < NEAR
  return { near, follows: near || (before.atEnd && top >= before.top) }
}

/** The newest message in view, where messages of one block count as equally high. */
export const newestSeen = (
  heights: Heights,
  { count, last, perBlock }: { readonly count: number; readonly last: number; readonly perBlock: number },
  { top, height }: View,
): number => {
  const bottom = top + height
  const block = blockAt(heights, count, bottom)
  const within = Math.max(0, Math.min(1, (bottom - offsetOf(heights, block)) / heightOf(heights, block)))
  const size = Math.min(perBlock, last - block * perBlock)
  return Math.max(0, Math.min(last, block * perBlock + Math.floor(within * size)))
}

/** What the reader's place moves by when these blocks turn out to be of another height: only what lies above it counts. */
export const shiftOf = (heights: Heights, sure: ReadonlySet<number>, found: Heights, top: number): number => {
  let offset = 0
  let shift = 0
  const lastFound = Math.max(-1, ...found.keys())
  for (let block = 0; block <= lastFound; block += 1) {
    const before = heightOf(heights, block)
    const after = found.get(block)
    // One that was not all here and reaches into view is read from its end: that stays where it is.
    const above = sure.has(block) ? offset + before <= top : offset < top
    if (after !== undefined && above) shift += after - before
    offset += before
  }
  return shift
}

/** Blocks that stand in the page one by one, empty or not, on each side of those mounted. */
const BESIDE = 30
const MARGIN = 4
const MOST_STANDING = 90

/** Which blocks stand in the page one by one; what lies outside is one empty height. Changes seldom: WeChat sends all of them then. */
export const standingAround = (standing: Span, span: Span, count: number): Span => {
  const last = Math.max(0, count - 1)
  const below = span.to <= standing.to - (standing.to >= last ? 0 : MARGIN)
  const above = span.from >= standing.from + (standing.from === 0 ? 0 : MARGIN)
  if (above && below && standing.to <= last) return standing
  if (above && span.from <= standing.to && span.to + BESIDE - standing.from < MOST_STANDING)
    return { from: standing.from, to: Math.min(last, span.to + BESIDE) }
  return { from: Math.max(0, span.from - BESIDE), to: Math.min(last, span.to + BESIDE) }
}
