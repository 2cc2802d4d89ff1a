/** Not every browser does: the list keeps its reader's place itself. */
export const keepsPlace = false as boolean

const found = (id: string): HTMLElement | null => document.getElementById(id)

export const scrollToTop = (scroller: string, top: number): void => {
  const element = found(scroller)
  if (element) element.scrollTop = top
}

export const scrollToEnd = (scroller: string): void => {
  const element = found(scroller)
  if (element) element.scrollTop = element.scrollHeight
}

export const scrollToElement = (scroller: string, id: string, above: number): void => {
  const list = found(scroller)
  const element = found(id)
  if (!list || !element) return
  list.scrollTop += element.getBoundingClientRect().top - list.getBoundingClientRect().top - above
}

export const measureHeights = (
  ids: readonly string[],
  hear: (heights: ReadonlyMap<string, number>) => void,
): void => {
  const heights = ids.flatMap((id) => {
    const height = found(id)?.getBoundingClientRect().height ?? 0
    return height === 0 ? [] : [[id, height] as const]
  })
  hear(new Map(heights))
}

export const measureView = (scroller: string, hear: (height: number) => void): void => {
  const element = found(scroller)
  if (element) hear(element.clientHeight)
}

export const onResize = (scroller: string, tell: () => void): (() => void) => {
  const element = found(scroller)
  if (!element || typeof ResizeObserver === 'undefined') return () => undefined
  const observer = new ResizeObserver(tell)
  observer.observe(element)
  for (const child of element.children) observer.observe(child)
  return () => {
    observer.disconnect()
  }
}

/** Milliseconds after a list was shown at which its place is looked at. */
const looks = [30, 80, 160, 300, 600, 1_200, 2_500]
const ownMoves = ['pointerdown', 'wheel', 'keydown'] as const

/**
 * Taro's elements put their children in anew once they are set up, and a list that is put in anew stands at its top; no event
 * tells. Told until its reader moves it.
 */
export const onStrayed = (scroller: string, tell: () => void): (() => void) => {
  const list = found(scroller)
  const timers = looks.map((delay) =>
    setTimeout(() => {
      if (found(scroller)?.scrollTop === 0) tell()
    }, delay),
  )
  const stop = () => {
    timers.forEach(clearTimeout)
    for (const move of ownMoves) list?.removeEventListener(move, stop)
  }
  for (const move of ownMoves) list?.addEventListener(move, stop, { passive: true })
  return stop
}
