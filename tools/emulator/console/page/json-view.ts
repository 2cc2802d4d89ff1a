import { h } from './dom'
import { timeOf } from './words'

/** JSON to read and to copy from; what stands beside a time is not copied with it. */
export function jsonView(value: unknown): HTMLElement {
  return h('pre', { class: 'json' }, ...nodesOf(value, ''))
}

function nodesOf(value: unknown, indent: string): (Node | string)[] {
  if (typeof value !== 'object' || value === null) return [leaf(value)]
  const date = dateOf(value)
  if (date !== undefined)
    return [
      h('span', { class: 'json-date' }, `{"$date": ${JSON.stringify(date)}}`),
      h('span', { class: 'json-note' }, ` Date, ${timeOf(date)} in Shanghai`),
    ]
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const entries = Object.entries(value).map(([field, part]) => [
    `\n${inner}`,
    ...(Array.isArray(value) ? [] : [h('span', { class: 'json-field' }, JSON.stringify(field)), ': ']),
    ...nodesOf(part, inner),
  ])
  if (entries.length === 0) return [open + close]
  return [
    open,
    ...entries.flatMap((entry, at) => (at < entries.length - 1 ? withComma(entry) : entry)),
    `\n${indent}${close}`,
  ]
}

/** The comma goes before the note beside a time. */
function withComma(entry: readonly (Node | string)[]): (Node | string)[] {
  const last = entry.at(-1)
  const isNote = last instanceof Element && last.className === 'json-note'
  return isNote ? [...entry.slice(0, -1), ',', last] : [...entry, ',']
}

function leaf(value: unknown): Node {
  const kind = value === null ? 'null' : typeof value
  return h('span', { class: `json-${kind}` }, JSON.stringify(value))
}

function dateOf(value: object): string | undefined {
  const date = '$date' in value && Object.keys(value).length === 1 ? value.$date : undefined
  return typeof date === 'string' ? date : undefined
}
