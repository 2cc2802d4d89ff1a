/** A node as Taro's templates get it: `cn` children, `v` text, `sid`/`uid` what events name it by. */
export interface TaroNode {
  readonly nn?: string
  readonly cn?: readonly TaroNode[]
  readonly v?: string
  readonly sid?: string
  readonly uid?: string
}

/** Writes one `a.b.[0].c` of setData into a page's data, as WeChat does. */
export const writePath = (data: object, path: string, value: unknown): void => {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop()
  if (last === undefined) return
  let at = data as Record<string, unknown>
  for (const key of keys) {
    at[key] ??= {}
    at = at[key] as Record<string, unknown>
  }
  at[last] = value
}

/** As it is read: a space that holds a line together is a space. */
export const textOf = (node: TaroNode): string =>
  (node.v ?? '').replace(/\u00a0/g, ' ') + (node.cn ?? []).map(textOf).join('')

export const nodesOf = (node: TaroNode): readonly TaroNode[] => [node, ...(node.cn ?? []).flatMap(nodesOf)]

/** From the node up to the page, the way an event bubbles. */
export const upwards = (node: TaroNode, from: TaroNode): readonly TaroNode[] => {
  if (node === from) return [node]
  for (const child of from.cn ?? []) {
    const path = upwards(node, child)
    if (path.length > 0) return [...path, from]
  }
  return []
}
