import Taro from '@tarojs/taro'

interface ScrollViewContext {
  readonly scrollTo: (to: { readonly top: number; readonly animated: boolean }) => void
  readonly scrollIntoView: (selector: string) => void
}

const isContext = (node: unknown): node is ScrollViewContext =>
  typeof node === 'object' && node !== null && 'scrollTo' in node && 'scrollIntoView' in node

const withContext = (scroller: string, act: (context: ScrollViewContext) => void): void => {
  Taro.createSelectorQuery()
    .select(`#${scroller}`)
    .node((found: unknown) => {
      const node: unknown = typeof found === 'object' && found !== null && 'node' in found ? found.node : null
      if (isContext(node)) act(node)
    })
    .exec()
}

/** WeChat's view keeps the reader's place itself when what lies above it changes its height (`scroll-anchoring`). */
export const keepsPlace = true as boolean

export const scrollToTop = (scroller: string, top: number): void => {
  withContext(scroller, (context) => {
    context.scrollTo({ top, animated: false })
  })
}

/** Below every end: the view stops at its own. */
const BELOW = 100_000_000

export const scrollToEnd = (scroller: string): void => {
  scrollToTop(scroller, BELOW)
}

export const scrollToElement = (scroller: string, element: string, _above: number): void => {
  withContext(scroller, (context) => {
    context.scrollIntoView(`#${element}`)
  })
}

/** Heights of these elements in pixels, by id; those that are not there are left out. */
export const measureHeights = (
  ids: readonly string[],
  hear: (heights: ReadonlyMap<string, number>) => void,
): void => {
  const query = Taro.createSelectorQuery()
  for (const id of ids) query.select(`#${id}`).boundingClientRect()
  query.exec((rects: readonly ({ readonly height: number } | null)[]) => {
    hear(
      new Map(
        ids.flatMap((id, at) => {
          const height = rects[at]?.height
          return height === undefined || height === 0 ? [] : [[id, height] as const]
        }),
      ),
    )
  })
}

/** How much of the list is seen. */
export const measureView = (scroller: string, hear: (height: number) => void): void => {
  measureHeights([scroller], (heights) => {
    const height = heights.get(scroller)
    if (height !== undefined) hear(height)
  })
}

/** Tells when the scroller or what is in it becomes another size; WeChat does not tell. */
export const onResize: (scroller: string, tell: () => void) => () => void = () => () => undefined

/** WeChat's lists stay where they are put. */
export const onStrayed: (scroller: string, tell: () => void) => () => void = () => () => undefined
