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
