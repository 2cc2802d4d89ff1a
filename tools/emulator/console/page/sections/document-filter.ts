import { button } from '../controls'
import { fill, h } from '../dom'
import type { Place } from '../place'
import { choose } from '../place'
import type { Index } from './documents'

const valueName = (at: number): string => `v${String(at)}`
const MOST_FIELDS = 8

/** The EJSON query that the typed values make. */
export function queryFrom({ fields }: Index, place: Place): string {
  const parts = fields.flatMap(({ path }, at) => {
    const text = place.get(valueName(at))
    if (text === '') return []
    try {
      return [[path, JSON.parse(text) as unknown] as const]
    } catch {
      throw new Error(`${path}: ${text} is not JSON. Examples: "open", 3, {"$gte": {"$date": "2026-03-01"}}`)
    }
  })
  return JSON.stringify(Object.fromEntries(parts))
}

/** What is not JSON and does not begin like it is meant as a text. */
function asJson(typed: string): string {
  const text = typed.trim()
  if (text === '' || /^["[{]/.test(text)) return text
  try {
    JSON.parse(text)
    return text
  } catch {
    return JSON.stringify(text)
  }
}

/** Chooses by what documents are found: the beginning of their id, or values of an index's fields. */
export class DocumentFilter {
  readonly element: HTMLFormElement
  readonly #by: HTMLSelectElement
  readonly #fields = h('div', { class: 'fields' })
  #inputs: HTMLInputElement[] = []
  #built = ''

  constructor() {
    this.#by = h('select', {
      change: () => {
        choose({ ...nothing, by: this.#by.value === '_id' ? '' : this.#by.value })
      },
    })
    const submit = (event: Event): void => {
      event.preventDefault()
      choose({ ...nothing, by: this.#by.value === '_id' ? '' : this.#by.value, ...this.#typed() })
    }
    this.element = h(
      'form',
      { class: 'bar', submit },
      h('label', { class: 'field' }, 'Find by', this.#by),
      this.#fields,
      h('button', { class: 'primary' }, 'Find'),
      button('Clear', () => {
        choose({ ...nothing, by: '' })
      }),
    )
  }

  show(indexes: readonly Index[], place: Place): void {
    const by = indexes.some(({ name }) => name === place.get('by')) ? place.get('by') : '_id'
    const built = JSON.stringify([indexes, by])
    if (built !== this.#built) this.#build(indexes, by)
    this.#built = built
    for (const input of this.#inputs)
      if (document.activeElement !== input) input.value = place.get(input.name)
  }

  #build(indexes: readonly Index[], by: string): void {
    fill(
      this.#by,
      ...['_id', ...indexes.map(({ name }) => name)].map((value) => h('option', { value }, value)),
    )
    this.#by.value = by
    const index = indexes.find(({ name }) => name === by)
    const labels: [name: string, label: string, hint: string][] = index
      ? index.fields.map(({ path }, at) => [valueName(at), path, 'JSON value'])
      : [['id', 'starts with', '/']]
    this.#inputs = labels.map(([name, , placeholder], at) =>
      h('input', {
        name,
        placeholder,
        autocomplete: 'off',
        spellcheck: 'false',
        class: 'code',
        'data-filter': at === 0,
      }),
    )
    fill(
      this.#fields,
      ...labels.map(([, label], at) => h('label', { class: 'field' }, label, this.#inputs[at])),
    )
  }

  #typed(): Record<string, string> {
    return Object.fromEntries(
      this.#inputs.map(({ name, value }) => [name, name === 'id' ? value.trim() : asJson(value)]),
    )
  }
}

const nothing: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: MOST_FIELDS }, (_, at) => [valueName(at), ''])),
  id: '',
  after: '',
  open: '',
}
