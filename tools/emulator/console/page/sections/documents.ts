import { ask, wordsOf } from '../ask'
import { Pager } from '../controls'
import { fill, h } from '../dom'
import { jsonView } from '../json-view'
import type { Place } from '../place'
import { addressOf, choose } from '../place'
import { Rows } from '../rows'
import type { OpenSection } from '../section'
import { countOf } from '../words'
import { DocumentFilter, queryFrom } from './document-filter'

export interface Index {
  readonly name: string
  readonly unique: boolean
  readonly fields: readonly { readonly path: string; readonly descending: boolean; readonly geo?: true }[]
}
export interface Collection {
  readonly name: string
  readonly documents: number
  readonly indexes: readonly Index[]
}
interface Listed {
  /** Under which the document is stored: its id, or what stands for a number. */
  readonly key: string
  readonly _id: string | number
  readonly summary: string
}
interface Page {
  readonly documents: readonly Listed[]
  readonly next: string | null
  readonly examined: { readonly documents: number; readonly keys: number }
}

export const indexWords = ({ name, fields, unique }: Index): string =>
  `${name} (${fields.map(fieldWords).join(', ')})${unique ? ' unique' : ''}`

const fieldWords = ({ path, descending, geo }: Index['fields'][number]): string =>
  `${path}${descending ? ' ↓' : ''}${geo === true ? ' geo' : ''}`

/** The whole document that is open, read apart: the list holds only its beginning. */
async function openDocument(env: string, collection: string, key: string): Promise<unknown> {
  if (key === '') return null
  return ask('/debug/document', { env, collection, key }).then(
    (document) => ({ document }),
    (error: unknown) => ({ problem: wordsOf(error) }),
  )
}

const documentRows = () =>
  new Rows<Listed>({
    name: 'documents',
    empty: 'No document matches.',
    keyOf: ({ key }) => key,
    columns: [
      { label: '_id', of: ({ _id }) => _id, kind: 'code' },
      { label: 'fields', of: ({ summary }) => summary, kind: 'wide' },
    ],
    onOpen: ({ key }, isOpen) => {
      choose({ open: isOpen ? '' : key })
    },
    detail: (_row, more) => {
      const { document: whole, problem } = more as { document?: unknown; problem?: string }
      return problem === undefined ? jsonView(whole) : h('p', { class: 'bad' }, problem)
    },
  })

/** Documents by `_id` or in the order of an index, a page at a time. */
export function documentsView(collection: string): OpenSection {
  const title = h('h2')
  const indexes = h('details', { class: 'dim' })
  const filter = new DocumentFilter()
  const rows = documentRows()
  const pager = new Pager()
  const showCollection = (all: readonly Collection[]): readonly Index[] => {
    const found = all.find(({ name }) => name === collection)
    const list = found?.indexes ?? []
    fill(
      title,
      h('a', { href: addressOf('collections') }, 'Collections'),
      ` / ${collection} `,
      h('span', { class: 'dim' }, found ? `${countOf(found.documents)} documents` : ''),
    )
    const isOpen = indexes.open
    fill(
      indexes,
      h('summary', {}, `${String(list.length)} ${list.length === 1 ? 'index' : 'indexes'} beside _id`),
      h('ul', { class: 'code' }, ...list.map((index) => h('li', {}, indexWords(index)))),
    )
    indexes.open = isOpen
    return list
  }
  return {
    element: h('div', {}, title, indexes, filter.element, rows.element, pager.element),
    refresh: async (place: Place) => {
      const [env, by, open, after] = [
        place.get('env'),
        place.get('by'),
        place.get('open'),
        place.get('after'),
      ]
      const all = (await ask('/debug/collections', { env })) as Collection[]
      const list = showCollection(all)
      filter.show(list, place)
      const index = list.find(({ name }) => name === by)
      const query = index ? { index: by, query: queryFrom(index, place) } : { id: place.get('id') }
      const [page, whole] = (await Promise.all([
        ask('/debug/documents', { env, collection, after, ...query }),
        openDocument(env, collection, open),
      ])) as [Page, unknown]
      rows.show(page.documents, open, whole)
      const { documents, keys } = page.examined
      const cost = `examined ${countOf(documents)} documents, ${countOf(keys)} keys`
      pager.show(page.next, after === '', `${String(page.documents.length)} shown, ${cost}`)
    },
  }
}
