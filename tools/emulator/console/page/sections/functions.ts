import { ask } from '../ask'
import { filterField } from '../controls'
import { arrange, fill, h } from '../dom'
import type { Place } from '../place'
import { choose } from '../place'
import { Rows } from '../rows'
import type { Section } from '../section'
import { timeOf } from '../words'
import { CallForm } from './call-form'

interface Deployed {
  readonly name: string
  readonly timeoutMs: number
  readonly memoryMb: number
}
interface Call {
  readonly requestId: string
  readonly calledBy: string | null
  readonly function: string
  readonly source: string
  readonly person: string | null
  readonly at: string
  /** null while it runs. */
  readonly durationMs: number | null
  readonly outcome: string
  readonly code: string | null
  readonly databaseCalls: number
  readonly documentsExamined: number
  readonly lines: number
}
type Logged = Omit<Call, 'lines'> & { readonly lines: readonly string[] }

const milliseconds = ({ durationMs }: Pick<Call, 'durationMs'>): string =>
  durationMs === null ? '' : String(Math.round(durationMs))
const outcome = ({ outcome: words }: Pick<Call, 'outcome'>): HTMLElement =>
  h('span', { class: words === 'ok' ? 'good' : words === 'running' ? 'dim' : 'bad' }, words)

const printed = (call: Logged): HTMLElement =>
  h(
    'section',
    {},
    h('h3', {}, [call.function, call.code, call.outcome].filter((word) => word !== null).join(' · ')),
    call.lines.length === 0
      ? h('p', { class: 'dim' }, 'It printed nothing.')
      : h(
          'pre',
          { class: 'log' },
          ...call.lines.map((line) =>
            h('span', { class: `line ${/^(\w+):/.exec(line)?.[1] ?? ''}` }, `${line}\n`),
          ),
        ),
  )

const callRows = () =>
  new Rows<Call>({
    name: 'calls',
    empty: 'No calls yet in this environment. Call a function from the app, or choose one above.',
    keyOf: ({ requestId }) => requestId,
    columns: [
      { label: 'when', of: ({ at }) => timeOf(at).slice(5) },
      { label: 'function', of: (call) => call.function, kind: 'code' },
      { label: 'who', of: ({ person }) => person ?? '', kind: 'code' },
      { label: 'source', of: ({ source }) => source, kind: 'code' },
      { label: 'ms', of: milliseconds, kind: 'number' },
      { label: 'documents', of: ({ documentsExamined }) => documentsExamined, kind: 'number' },
      { label: 'db calls', of: ({ databaseCalls }) => databaseCalls, kind: 'number' },
      { label: 'lines', of: ({ lines }) => lines, kind: 'number' },
      { label: 'outcome', of: outcome, kind: 'wide' },
    ],
    onOpen: ({ requestId }, isOpen) => {
      choose({ open: isOpen ? '' : requestId })
    },
    detail: (call, more) =>
      h(
        'div',
        {},
        h(
          'p',
          { class: 'dim' },
          `Request ${call.requestId}${call.calledBy === null ? '' : `, called by ${call.calledBy}`}`,
        ),
        ...(Array.isArray(more) ? (more as Logged[]).map(printed) : [h('p', {}, String(more))]),
      ),
  })

/** What the open call and those it called printed, or why it cannot be shown. */
async function logsOf(open: string): Promise<unknown> {
  if (open === '') return null
  return ask('/debug/call', { request: open }).catch((error: unknown) => String(error))
}

const matches = (call: Call, wanted: string): boolean =>
  [call.requestId, call.function, call.person ?? '', call.source, call.code ?? '', call.outcome].some(
    (text) => text.toLowerCase().includes(wanted.toLowerCase()),
  )

export const functionsSection: Section = {
  name: 'functions',
  title: 'Functions',
  open: () => {
    const filter = filterField('Filter calls', 'filter')
    const chips = h('div', { class: 'chips', role: 'group', 'aria-label': 'Function' })
    const known = new Map<string, HTMLElement>()
    const about = h('div')
    const rows = callRows()
    let form: CallForm | undefined

    const chip = (name: string, chosen: string): HTMLElement => {
      const element =
        known.get(name) ??
        h(
          'button',
          {
            type: 'button',
            click: () => {
              choose({ function: name, open: '' })
            },
          },
          name === '' ? 'all' : name,
        )
      element.setAttribute('aria-pressed', String(name === chosen))
      known.set(name, element)
      return element
    }
    const showForm = (chosen: string, deployed: readonly Deployed[]): void => {
      if (form?.name === chosen) return
      const found = deployed.find(({ name }) => name === chosen)
      form = found && new CallForm(found.name)
      if (found === undefined || form === undefined) fill(about)
      else {
        const limits = `timeout ${String(found.timeoutMs / 1000)} s, memory ${String(found.memoryMb)} MB`
        fill(about, h('p', { class: 'dim' }, `${found.name}: ${limits}`), form.element)
      }
    }

    return {
      element: h('div', {}, h('div', { class: 'bar' }, filter.element, chips), about, rows.element),
      refresh: async (place: Place) => {
        const [env, chosen, open] = [place.get('env'), place.get('function'), place.get('open')]
        const [deployed, calls, logs] = (await Promise.all([
          ask('/debug/functions'),
          ask('/debug/calls', { env, function: chosen }),
          logsOf(open),
        ])) as [Deployed[], Call[], unknown]
        arrange(
          chips,
          ['', ...deployed.map(({ name }) => name)].map((name) => chip(name, chosen)),
        )
        filter.show(place.get('filter'))
        showForm(chosen, deployed)
        form?.show(
          env,
          calls.flatMap(({ person }) => person ?? []),
        )
        rows.show(
          calls.filter((call) => matches(call, place.get('filter'))),
          open,
          logs,
        )
      },
    }
  },
}
