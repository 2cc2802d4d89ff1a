export interface Wanted {
  /** pixels */
  readonly leastTarget: number
  readonly leastType: number
  /** of the type's size */
  readonly leastLine: number
}

/**
 * Run inside a page: what an eye would stumble on. Text that is cut, wider than its box or over other text, a page that
 * scrolls sideways, targets too small or over one another, what never comes out from under the foot.
 */
export const layoutTroubles = ({ leastTarget, leastType, leastLine }: Wanted): readonly string[] => {
  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  interface Placed {
    readonly element: Element
    readonly layer: Element | null
    readonly box: Box
    readonly words: string
  }
  const troubles = new Set<string>()
  const slack = 1.5
  const front = [...document.querySelectorAll<HTMLElement>('.taro_page')].find((one) => one.offsetWidth > 0)
  if (!front) return ['no page is in front']

  const isSeen = (element: Element) =>
    element.closest('aside') === null &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const ancestorsOf = (element: Element): readonly Element[] => {
    const found: Element[] = []
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
      found.push(one)
    return found
  }
  /** Fixed, or declared to lie above what scrolls under it, as the way back to the newest message. */
  const floats = (one: Element): boolean => {
    const { position, zIndex } = getComputedStyle(one)
    return /fixed|sticky/.test(position) || (position === 'absolute' && Number(zIndex) > 0)
  }
  const layerOf = (element: Element): Element | null =>
    [element, ...ancestorsOf(element)].find(floats) ?? element.closest('#taro-navigation-bar')
  const nameOf = (element: Element, words: string) =>
    `「${words.replace(/\s+/g, ' ').trim().slice(0, 24)}」 in ${(element.getAttribute('class') ?? element.tagName).slice(0, 40)}`
  /** What of a box is seen: lists that scroll inside the page, and boxes that hide what hangs over, cut the rest off. */
  const seenOf = (element: Element, box: Box): Box => {
    let seen = box
    for (const one of ancestorsOf(element)) {
      if (one === front || one.contains(front)) break
      const { overflowX, overflowY } = getComputedStyle(one)
      if (!/auto|scroll|hidden|clip/.test(`${overflowX} ${overflowY}`)) continue
      const { left, top, right, bottom } = one.getBoundingClientRect()
      seen = {
        left: Math.max(seen.left, left),
        top: Math.max(seen.top, top),
        right: Math.min(seen.right, right),
        bottom: Math.min(seen.bottom, bottom),
      }
    }
    return seen
  }
  const isLeft = ({ left, top, right, bottom }: Box) => right - left > 1 && bottom - top > 1
  const overlaps = (one: Box, two: Box, by: number) =>
    one.left < two.right - by &&
    two.left < one.right - by &&
    one.top < two.bottom - by &&
    two.top < one.bottom - by
  const pairs = (placed: readonly Placed[], by: number): readonly (readonly [Placed, Placed])[] => {
    const sorted = [...placed].sort((one, two) => one.box.top - two.box.top)
    const found: (readonly [Placed, Placed])[] = []
    sorted.forEach((one, at) => {
      for (let next = at + 1; next < sorted.length; next += 1) {
        const two = sorted[next]
        if (!two || two.box.top >= one.box.bottom - by) break
        const related = one.element.contains(two.element) || two.element.contains(one.element)
        if (!related && one.layer === two.layer && overlaps(one.box, two.box, by)) found.push([one, two])
      }
    })
    return found
  }

  /** Each line of each text, as high as its letters. */
  const lines: Placed[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent ?? ''
    const element = node.parentElement
    if (words.trim() === '' || !element || !isSeen(element)) continue
    if (element.closest('script, style, option, textarea, picker-view-core, .weui-picker')) continue
    const style = getComputedStyle(element)
    const size = Number.parseFloat(style.fontSize)
    if (size < leastType) troubles.add(`small type ${String(size)}: ${nameOf(element, words)}`)
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()]
    const line = Number.parseFloat(style.lineHeight)
    const wraps = rects.some(({ top }) => top > (rects[0]?.bottom ?? 0) - 1)
    if (wraps && line < size * leastLine - 0.1)
      troubles.add(`tight lines ${(line / size).toFixed(2)}: ${nameOf(element, words)}`)
    const above = [element, ...ancestorsOf(element)]
    const block = above.find((one) => getComputedStyle(one).display !== 'inline')?.getBoundingClientRect()
    // Declared to end after so many lines: what comes later is not painted.
    const clamp = above.find((one) => !['none', ''].includes(getComputedStyle(one).webkitLineClamp))
    for (const rect of rects) {
      if (rect.width < 1) continue
      const middle = (rect.top + rect.bottom) / 2
      const box = { left: rect.left, right: rect.right, top: middle - size / 2, bottom: middle + size / 2 }
      if (clamp && box.top > clamp.getBoundingClientRect().bottom - slack) continue
      // Cut on purpose with an ellipsis: the whole of it stands in what the line is called.
      const shortened = above.some((one) => getComputedStyle(one).textOverflow === 'ellipsis')
      const own = element.getBoundingClientRect()
      const kept = shortened
        ? { ...box, left: Math.max(box.left, own.left), right: Math.min(box.right, own.right) }
        : box
      const seen = seenOf(element, kept)
      if (isLeft(seen)) lines.push({ element, layer: layerOf(element), box: seen, words })
      // A space that is kept hangs over the end of its line.
      const room = style.whiteSpace.includes('pre') ? slack + size / 2 : slack
      if (!shortened && block && (box.left < block.left - slack || box.right > block.right + room))
        troubles.add(`text wider than its box: ${nameOf(element, words)}`)
      for (const one of above) {
        const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(one)
        if (one.classList.contains('taro_page')) break
        const scrolls = /auto|scroll/.test(`${overflowX} ${overflowY}`)
        if (scrolls) break
        const cuts = /hidden|clip/.test(`${overflowX} ${overflowY}`)
        if (textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && webkitLineClamp !== '')) break
        const edge = one.getBoundingClientRect()
        const outside =
          box.left < edge.left - slack ||
          box.right > edge.right + slack ||
          box.top < edge.top - slack ||
          box.bottom > edge.bottom + slack
        if (cuts && outside && front.contains(one)) troubles.add(`text cut: ${nameOf(element, words)}`)
      }
      const { left, right } = layerOf(element)
        ? { left: 0, right: innerWidth }
        : front.getBoundingClientRect()
      if (kept.left < left - slack || kept.right > right + slack)
        troubles.add(`text beyond the edge: ${nameOf(element, words)}`)
    }
  }
  for (const [one, two] of pairs(lines, 2))
    troubles.add(`text over text: ${nameOf(one.element, one.words)} and ${nameOf(two.element, two.words)}`)

  for (const one of [document.scrollingElement, front, ...front.querySelectorAll('[class*=panel]')])
    if (one && one.scrollWidth > one.clientWidth + 1)
      troubles.add(
        `scrolls sideways: ${String(one.scrollWidth)} in ${String(one.clientWidth)}, ${one.className}`,
      )

  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (!isSeen(field) || field.value !== '' || field.placeholder === '') continue
    const pen = document.createElement('canvas').getContext('2d')
    if (!pen) continue
    pen.font = getComputedStyle(field).font
    if (pen.measureText(field.placeholder).width > field.clientWidth + 1)
      troubles.add(`hint cut: ${field.placeholder}`)
  }

  const roles = ['button', 'link', 'switch', 'radio', 'checkbox', 'tab'].map((role) => `[role=${role}]`)
  const tapped = [...roles, 'taro-input-core', 'taro-textarea-core']
  const targets: Placed[] = [...document.querySelectorAll(tapped.join(', '))]
    .filter((element) => isSeen(element) && element.parentElement?.closest(roles.join(', ')) === null)
    .map((element) => ({
      ...{ element, layer: layerOf(element), box: element.getBoundingClientRect() },
      words: element.getAttribute('aria-label') ?? element.textContent,
    }))
  for (const { element, box, words } of targets) {
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (width > 0 && (width < leastTarget - 0.1 || height < leastTarget - 0.1))
      troubles.add(`small target ${width.toFixed(0)}×${height.toFixed(0)}: ${nameOf(element, words)}`)
  }
  // One that lies wholly on another is put there on purpose, as the cross on its photo.
  const within = (one: Box, two: Box) =>
    one.left >= two.left - 1 &&
    one.right <= two.right + 1 &&
    one.top >= two.top - 1 &&
    one.bottom <= two.bottom + 1
  const inSight = targets
    .map((target) => ({ ...target, box: seenOf(target.element, target.box) }))
    .filter(({ box }) => isLeft(box))
  for (const [one, two] of pairs(inSight, 1).filter(
    ([a, b]) => !within(a.box, b.box) && !within(b.box, a.box),
  ))
    troubles.add(
      `target over target: ${nameOf(one.element, one.words)} and ${nameOf(two.element, two.words)}`,
    )

  const feet = [...front.querySelectorAll<HTMLElement>('*')].filter((one) => {
    const { position } = getComputedStyle(one)
    const { top } = one.getBoundingClientRect()
    return (position === 'fixed' || position === 'sticky') && isSeen(one) && top > innerHeight * 0.2
  })
  const top = Math.min(innerHeight, ...feet.map((one) => one.getBoundingClientRect().top))
  const left = front.scrollHeight - front.clientHeight - front.scrollTop
  for (const { layer, box, element, words } of [...lines, ...inSight]) {
    if (layer !== null && feet.includes(layer as HTMLElement) && box.bottom > innerHeight + 1)
      troubles.add(`below the screen: ${nameOf(element, words)}`)
    if (layer === null && front.contains(element) && box.bottom - left > top + 1)
      troubles.add(`never out from under the foot: ${nameOf(element, words)}`)
  }
  if (top < innerHeight * 0.4)
    troubles.add(`the foot takes ${String(Math.round(innerHeight - top))} of the screen`)
  return [...troubles]
}
