import { ask } from '../ask'
import { filterField } from '../controls'
import { h } from '../dom'
import { jsonView } from '../json-view'
import { choose } from '../place'
import { Rows } from '../rows'
import type { Section } from '../section'
import { timeOf } from '../words'

type Message = Readonly<Record<string, unknown>>

const textOf = (message: Message, ...names: string[]): string => {
  const value = names.map((name) => message[name]).find((one) => one !== undefined && one !== null)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const refused = (message: Message): boolean => !['', '0'].includes(textOf(message, 'errcode', 'errCode'))

const MOST_SHOWN = '200'

interface Numbered {
  /** The cloud's own, or counted from the oldest. */
  readonly number: number
  readonly message: Message
}

const beginningOf = (content: unknown): string =>
  content === undefined || content === '' ? '' : JSON.stringify(content).slice(0, 300)

const rowsOf = () =>
  new Rows<Numbered>({
    name: 'sent',
    empty: 'Nothing was sent in this environment.',
    keyOf: ({ number }) => String(number),
    columns: [
      { label: 'when', of: ({ message }) => timeOf(textOf(message, 'at')).slice(5) },
      { label: 'kind', of: ({ message }) => textOf(message, 'kind') },
      { label: 'to', of: ({ message }) => textOf(message, 'openid', 'touser'), kind: 'code' },
      { label: 'template', of: ({ message }) => textOf(message, 'template', 'templateId'), kind: 'code' },
      {
        label: 'outcome',
        of: ({ message }) =>
          refused(message)
            ? h(
                'span',
                { class: 'bad' },
                `${textOf(message, 'errcode', 'errCode')} ${textOf(message, 'errmsg', 'errMsg')}`,
              )
            : h('span', { class: 'good' }, 'ok'),
      },
      {
        label: 'fields',
        of: ({ message }) => beginningOf(message['fields'] ?? message['content'] ?? message['result']),
        kind: 'wide',
      },
    ],
    onOpen: ({ number }, isOpen) => {
      choose({ open: isOpen ? '' : String(number) })
    },
    detail: ({ message }) => jsonView(message),
  })

export const sentSection: Section = {
  name: 'sent',
  title: 'Sent',
  open: () => {
    const filter = filterField('Filter messages', 'filter')
    const rows = rowsOf()
    return {
      element: h('div', {}, h('div', { class: 'bar' }, filter.element), rows.element),
      refresh: async (place) => {
        const sent = (await ask('/debug/outbox', { env: place.get('env'), last: MOST_SHOWN })) as Message[]
        filter.show(place.get('filter'))
        const wanted = place.get('filter').toLowerCase()
        const numbered = sent.map((message, at) => {
          const { id, ...fields } = message
          return { number: typeof id === 'number' ? id : at, message: fields }
        })
        rows.show(
          numbered.reverse().filter(({ message }) => JSON.stringify(message).toLowerCase().includes(wanted)),
          place.get('open'),
        )
      },
    }
  },
}
