import { ask } from '../ask'
import { button, filterField } from '../controls'
import { h } from '../dom'
import { choose } from '../place'
import { Rows } from '../rows'
import type { Section } from '../section'
import { countOf } from '../words'

interface Shape {
  readonly env: string
  readonly collection: string
  readonly shape: string
  readonly queries: number
  readonly documents: number
  readonly keys: number
  readonly returned: number
  readonly worstExcess: number
}

const keyOf = ({ collection, shape }: Shape): string => `${collection} ${shape}`
const byExcess = (a: Shape, b: Shape): number =>
  b.worstExcess - a.worstExcess || b.documents - b.returned - (a.documents - a.returned)
const average = (total: number, queries: number): string => (total / queries).toFixed(1)

const rowsOf = () =>
  new Rows<Shape>({
    name: 'costs',
    empty: 'No query was counted in this environment since the last reset.',
    keyOf,
    columns: [
      {
        label: 'worst excess',
        of: ({ worstExcess }) => h('span', { class: worstExcess > 100 ? 'bad' : '' }, countOf(worstExcess)),
        kind: 'number',
      },
      { label: 'queries', of: ({ queries }) => countOf(queries), kind: 'number' },
      { label: 'documents', of: ({ documents }) => countOf(documents), kind: 'number' },
      { label: 'keys', of: ({ keys }) => countOf(keys), kind: 'number' },
      { label: 'returned', of: ({ returned }) => countOf(returned), kind: 'number' },
      { label: 'collection', of: ({ collection }) => collection, kind: 'code' },
      { label: 'shape', of: ({ shape }) => shape, kind: 'wide' },
    ],
    onOpen: (shape, isOpen) => {
      choose({ open: isOpen ? '' : keyOf(shape) })
    },
    detail: ({ shape, queries, documents, keys, returned }) =>
      h(
        'div',
        {},
        h('pre', { class: 'log' }, shape),
        h(
          'p',
          {},
          `A query examined ${average(documents, queries)} documents and ${average(keys, queries)} keys and returned ${average(returned, queries)} on average.`,
        ),
      ),
  })

export const costsSection: Section = {
  name: 'costs',
  title: 'Query costs',
  open: () => {
    const filter = filterField('Filter shapes', 'filter')
    const rows = rowsOf()
    const read = async (env: string, wanted: string, open: string): Promise<void> => {
      const { shapes } = (await ask('/debug/counters')) as { shapes: Shape[] }
      const shown = shapes.filter((shape) => shape.env === env && keyOf(shape).toLowerCase().includes(wanted))
      rows.show(shown.sort(byExcess), open)
    }
    let env = ''
    const reset = async (): Promise<void> => {
      await ask('/debug/counters', {}, { method: 'DELETE' })
      await read(env, '', '')
    }
    return {
      element: h(
        'div',
        {},
        h(
          'div',
          { class: 'bar' },
          filter.element,
          button('Reset', () => void reset()),
        ),
        h('p', { class: 'dim' }, 'Excess: documents one query examined beyond those it returned.'),
        rows.element,
      ),
      refresh: async (place) => {
        env = place.get('env')
        filter.show(place.get('filter'))
        await read(env, place.get('filter').toLowerCase(), place.get('open'))
      },
    }
  },
}
