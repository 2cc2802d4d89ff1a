import { ask } from '../ask'
import { Pager, filterField } from '../controls'
import { h } from '../dom'
import { choose } from '../place'
import { Rows } from '../rows'
import type { Section } from '../section'
import { bytesOf, timeOf } from '../words'

interface File {
  readonly path: string
  readonly size: number
  readonly owner: string | null
  readonly at: string
}
const LARGEST_THUMBNAIL = 4 * 1024 * 1024

/** The types of the files seen so far, by path and time: a file that changed is looked at again. */
const types = new Map<string, string>()

async function typeOf(env: string, { path, at }: File): Promise<string> {
  const key = `${env} ${path} ${at}`
  const known = types.get(key)
  if (known !== undefined) return known
  const answer = await fetch(addressOf(env, path, at), { method: 'HEAD' })
  const type = answer.headers.get('content-type') ?? ''
  if (answer.ok) types.set(key, type)
  return type
}

/** Leads to a temporary address. `at` tells the browser's cache one content from the next. */
const addressOf = (env: string, path: string, at: string): string =>
  `/debug/file?${new URLSearchParams({ env, path, at }).toString()}`

const isPicture = (type: string): boolean => type.startsWith('image/')

interface Shown extends File {
  readonly env: string
  readonly type: string
}

const fileRows = () =>
  new Rows<Shown>({
    name: 'files',
    empty: 'No files here.',
    keyOf: ({ path }) => path,
    columns: [
      {
        label: '',
        of: ({ env, path, at, size, type }) =>
          isPicture(type) && size <= LARGEST_THUMBNAIL
            ? h('img', { src: addressOf(env, path, at), alt: '', loading: 'lazy', class: 'thumbnail' })
            : h('span', { class: 'thumbnail dim' }, type.split('/')[1]?.slice(0, 4) ?? ''),
      },
      { label: 'path', of: ({ path }) => path, kind: 'code' },
      { label: 'size', of: ({ size }) => bytesOf(size), kind: 'number' },
      { label: 'owner', of: ({ owner }) => owner ?? 'a function', kind: 'code' },
      { label: 'stored', of: ({ at }) => timeOf(at) },
    ],
    onOpen: ({ path }, isOpen) => {
      choose({ open: isOpen ? '' : path })
    },
    detail: ({ env, path, at, type }) => {
      const href = addressOf(env, path, at)
      const link = h('a', { href, target: '_blank', rel: 'noreferrer' }, 'Open at a temporary address')
      return h(
        'div',
        {},
        h('p', {}, link, ` · ${type}`),
        isPicture(type) ? h('img', { src: href, alt: path, class: 'picture' }) : null,
      )
    },
  })

export const filesSection: Section = {
  name: 'files',
  title: 'Files',
  open: () => {
    const filter = filterField('Path starts with', 'prefix')
    const rows = fileRows()
    const pager = new Pager()
    return {
      element: h('div', {}, h('div', { class: 'bar' }, filter.element), rows.element, pager.element),
      refresh: async (place) => {
        const [env, prefix, after] = [place.get('env'), place.get('prefix'), place.get('after')]
        const page = (await ask('/debug/files', { env, prefix, after })) as {
          files: File[]
          next: string | null
        }
        filter.show(prefix)
        const shown = await Promise.all(
          page.files.map(async (file) => ({ ...file, env, type: await typeOf(env, file) })),
        )
        rows.show(shown, place.get('open'))
        pager.show(page.next, after === '', `${String(shown.length)} shown`)
      },
    }
  },
}
