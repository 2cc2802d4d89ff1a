import { ask } from '../ask'
import { filterField } from '../controls'
import { h } from '../dom'
import { choose } from '../place'
import { Rows } from '../rows'
import type { OpenSection, Section } from '../section'
import { countOf } from '../words'
import type { Collection } from './documents'
import { documentsView, indexWords } from './documents'

/** The list of collections, or the documents of the one that was chosen. */
export const collectionsSection: Section = {
  name: 'collections',
  title: 'Collections',
  open: () => {
    const element = h('div')
    let shown = ''
    let view: OpenSection | undefined
    return {
      element,
      refresh: async (place) => {
        const collection = place.get('collection')
        if (view === undefined || shown !== collection) {
          shown = collection
          view = collection === '' ? listView() : documentsView(collection)
          element.replaceChildren(view.element)
        }
        await view.refresh(place)
      },
    }
  },
}

function listView(): OpenSection {
  const filter = filterField('Filter collections', 'filter')
  const rows = new Rows<Collection>({
    name: 'collections',
    empty: 'No collections here. A declaration file (--indexes) or createCollection() makes them.',
    keyOf: ({ name }) => name,
    columns: [
      { label: 'collection', of: ({ name }) => name, kind: 'code' },
      { label: 'documents', of: ({ documents }) => countOf(documents), kind: 'number' },
      {
        label: 'indexes',
        of: ({ indexes }) =>
          indexes.length === 0
            ? h('span', { class: 'dim' }, 'only _id')
            : h('span', { class: 'lines' }, ...indexes.map((index) => h('span', {}, indexWords(index)))),
        kind: 'wide',
      },
    ],
    onOpen: ({ name }) => {
      choose({ collection: name, filter: '' })
    },
  })
  return {
    element: h('div', {}, h('div', { class: 'bar' }, filter.element), rows.element),
    refresh: async (place) => {
      const all = (await ask('/debug/collections', { env: place.get('env') })) as Collection[]
      filter.show(place.get('filter'))
      rows.show(
        all.filter(({ name }) => name.toLowerCase().includes(place.get('filter').toLowerCase())),
        '',
      )
    },
  }
}
