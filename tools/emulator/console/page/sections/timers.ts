import { ask, post, wordsOf } from '../ask'
import { button, filterField } from '../controls'
import { h } from '../dom'
import { jsonView } from '../json-view'
import { choose } from '../place'
import { Rows } from '../rows'
import type { Section } from '../section'
import { spanOf, timeOf } from '../words'

interface Timer {
  readonly function: string
  readonly name: string
  readonly cron: string
  readonly next: string | null
  readonly problem?: string
}
type Run = { readonly state: 'running' } | { readonly result: unknown } | { readonly failed: string }

const keyOf = (timer: Pick<Timer, 'function' | 'name'>): string => `${timer.function}/${timer.name}`

const outcome = (run: Run | undefined): Node => {
  if (run === undefined) return h('p', { class: 'dim' }, 'Not run from here yet. “Run now” shows its result.')
  if ('state' in run) return h('p', { class: 'dim' }, 'Running …')
  if ('failed' in run) return h('pre', { class: 'log bad' }, run.failed)
  return h('div', {}, h('p', { class: 'good' }, 'It answered:'), jsonView(run.result))
}

export const timersSection: Section = {
  name: 'timers',
  title: 'Timers',
  open: () => {
    const runs = new Map<string, Run>()
    let timers: readonly Timer[] = []
    let now = 0
    let env = ''
    let open = ''
    let wanted = ''
    const filter = filterField('Filter timers', 'filter')
    const show = (): void => {
      rows.show(
        timers.filter((timer) => keyOf(timer).includes(wanted)),
        open,
        runs.get(open),
      )
    }
    const run = async (timer: Timer): Promise<void> => {
      const key = keyOf(timer)
      runs.set(key, { state: 'running' })
      choose({ open: key })
      const path = `/timer/${encodeURIComponent(timer.function)}/${encodeURIComponent(timer.name)}`
      await post(path, {}, { 'x-local-env': env }).then(
        (answer) => runs.set(key, { result: (answer as { result: unknown }).result }),
        (error: unknown) => runs.set(key, { failed: wordsOf(error) }),
      )
      show()
    }
    const rows = new Rows<Timer>({
      name: 'timers',
      empty: 'No timers. A function’s config.json declares them under "triggers".',
      keyOf,
      columns: [
        { label: 'function', of: (timer) => timer.function, kind: 'code' },
        { label: 'trigger', of: ({ name }) => name, kind: 'code' },
        { label: 'cron', of: ({ cron }) => cron, kind: 'code' },
        {
          label: 'next',
          of: ({ next, problem }) =>
            next === null
              ? h('span', { class: problem ? 'bad' : 'dim' }, problem ?? 'none within a year')
              : `${timeOf(next)} (in ${spanOf(Math.ceil((Date.parse(next) - now) / 1000) * 1000)})`,
        },
      ],
      onOpen: (timer, isOpen) => {
        choose({ open: isOpen ? '' : keyOf(timer) })
      },
      detail: (_timer, more) => outcome(more as Run | undefined),
      actions: (timer) =>
        button(
          'Run now',
          () => {
            void run(timer)
          },
          { 'aria-label': `Run now: ${keyOf(timer)}` },
        ),
    })
    return {
      element: h(
        'div',
        {},
        h('div', { class: 'bar' }, filter.element),
        h('p', { class: 'dim' }, 'Due by the cloud’s clock, Beijing time. Move the clock and they fire.'),
        rows.element,
      ),
      refresh: async (place) => {
        const [read, clock] = (await Promise.all([ask('/debug/timers'), ask('/clock')])) as [
          Timer[],
          { now: string },
        ]
        timers = read
        now = Date.parse(clock.now)
        env = place.get('env')
        open = place.get('open')
        wanted = place.get('filter')
        filter.show(wanted)
        show()
      },
    }
  },
}
