import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  keepsPlace,
  measureHeights,
  measureView,
  onResize,
  onStrayed,
  scrollToElement,
  scrollToEnd,
  scrollToTop,
} from '../../platform/scrolling'
import { BLOCK, blockCount, blockOf, isWhole, type Log } from './log'
import {
  blockAt,
  followsEnd,
  heightOf,
  MOST_BLOCKS,
  newestSeen,
  offsetOf,
  shiftOf,
  spanAt,
  standingAround,
  type Heights,
  type Span,
} from './window'

/** Where a message that is sought stands under the upper edge. */
const UNDER_EDGE = 72
const LIT = 2_000

const sameSpan = (one: Span, other: Span): boolean => one.from === other.from && one.to === other.to

/** At the end of the list what comes next is mounted before it is measured. */
const followed = (span: Span, count: number): Span => {
  const to = Math.max(0, count - 1)
  const from = Math.max(0, Math.min(span.from, to - 1))
  return { from: Math.max(from, to - MOST_BLOCKS + 1), to }
}

interface Place {
  top: number
  view: number
  /** follows what comes new */
  atEnd: boolean
  sought: number | null
  /** the message that was gone to last; null: the end */
  wanted: number | null
}

interface Given {
  /** unique on this phone's screen */
  readonly name: string
  readonly log: Log
  readonly onSeen: (seq: number) => void
}

/** Which part of a list of any length is mounted, and where its reader is; heights are measured once something has been shown. */
export const useWindow = ({ name, log, onSeen }: Given) => {
  const { last } = log
  const count = blockCount(log)
  const heights = useRef(new Map<number, number>())
  /** the same, as what is shown stands on it */
  const [known, setKnown] = useState<Heights>(() => new Map())
  const [topBlock, setTopBlock] = useState(0)
  const sure = useRef(new Set<number>())
  const place = useRef<Place>({ top: 0, view: 700, atEnd: true, sought: null, wanted: null })
  const [span, setSpan] = useState<Span>(() => followed({ from: count, to: count }, count))
  const [standing, setStanding] = useState<Span>(() => standingAround({ from: 0, to: 0 }, span, count))
  const [atEnd, setAtEnd] = useState(true)
  const [lit, setLit] = useState<number | null>(null)
  const scroller = `${name}-list`

  const settle = useCallback(() => {
    const { view: height, atEnd: following } = place.current
    const full = offsetOf(heights.current, count)
    const top = following ? Math.max(0, full - height) : place.current.top
    const inView = spanAt(heights.current, count, { top, height })
    const next = following ? followed(inView, count) : inView
    setSpan((now) => (sameSpan(now, next) ? now : next))
    setStanding((now) => standingAround(now, next, count))
    setTopBlock(blockAt(heights.current, count, top))
    const seen = following
      ? last
      : newestSeen(heights.current, { count, last, perBlock: BLOCK }, { top, height })
    if (seen > 0) onSeen(seen)
  }, [count, last, onSeen])

  const onScroll = (top: number, full: number, seen: number | null) => {
    const now = place.current
    // The list may have become higher or lower in the same moment.
    if (seen !== null) now.view = seen
    const { near, follows } = followsEnd(now, { top, full, view: now.view })
    now.top = top
    now.atEnd = follows
    setAtEnd(follows)
    settle()
    if (follows && !near) scrollToEnd(scroller)
  }
  const seek = useCallback(
    (seq: number) => {
      const now = place.current
      now.sought = seq
      now.wanted = seq
      now.atEnd = false
      setAtEnd(false)
      now.top = offsetOf(heights.current, blockOf(seq))
      scrollToTop(scroller, now.top)
      settle()
      setLit(seq)
    },
    [scroller, settle],
  )
  const toEnd = useCallback(() => {
    place.current.atEnd = true
    place.current.sought = null
    place.current.wanted = null
    setAtEnd(true)
    settle()
    scrollToEnd(scroller)
  }, [scroller, settle])

  const measured = (found: ReadonlyMap<string, number>) => {
    const now = place.current
    const news = new Map<number, number>()
    for (let block = span.from; block <= span.to; block += 1) {
      const height = found.get(`${name}-b${String(block)}`)
      if (height !== undefined && height !== heights.current.get(block)) news.set(block, height)
    }
    const shift = shiftOf(heights.current, sure.current, news, now.top)
    for (const [block, height] of news) {
      heights.current.set(block, height)
      if (isWhole(log, block)) sure.current.add(block)
    }
    if (now.sought !== null) {
      scrollToElement(scroller, `${name}-m${String(now.sought)}`, UNDER_EDGE)
      now.sought = null
    } else if (now.atEnd) scrollToEnd(scroller)
    else if (!keepsPlace && shift !== 0) {
      now.top += shift
      scrollToTop(scroller, now.top)
    }
    if (news.size === 0) return
    setKnown(new Map(heights.current))
    settle()
  }
  useLayoutEffect(() => {
    const ids = Array.from(
      { length: span.to - span.from + 1 },
      (_, at) => `${name}-b${String(span.from + at)}`,
    )
    measureHeights(ids, measured)
  })
  // What comes new may begin a block of its own.
  useEffect(settle, [settle])
  useEffect(() => {
    const look = () => {
      measureView(scroller, (height) => {
        place.current.view = height
        if (place.current.atEnd) scrollToEnd(scroller)
        settle()
      })
    }
    look()
    return onResize(scroller, look)
  }, [scroller, settle])
  useEffect(
    () =>
      onStrayed(scroller, () => {
        const { wanted } = place.current
        if (wanted === null) toEnd()
        else scrollToElement(scroller, `${name}-m${String(wanted)}`, UNDER_EDGE)
      }),
    [name, scroller, toEnd],
  )
  useEffect(() => {
    if (lit === null) return undefined
    const timer = setTimeout(() => {
      setLit(null)
    }, LIT)
    return () => {
      clearTimeout(timer)
    }
  }, [lit])

  return {
    scroller,
    span,
    standing,
    /** empty heights above and below the blocks that stand one by one */
    above: offsetOf(known, standing.from),
    below: Math.max(0, offsetOf(known, count) - offsetOf(known, standing.to + 1)),
    heightOf: (block: number) => heightOf(known, block),
    /** whether a message stands above what is in view */
    isAbove: (seq: number) => blockOf(seq) < topBlock,
    atEnd,
    lit,
    onScroll,
    seek,
    toEnd,
  }
}
