import { ask, post, wordsOf } from '../ask'
import { button } from '../controls'
import { fill, h } from '../dom'
import type { Section } from '../section'
import { nextWorkingMorning, spanOf, timeOf } from '../words'

interface ClockReading {
  readonly now: string
  readonly offset: number
}

export const clockSection: Section = {
  name: 'clock',
  title: 'Clock',
  open: () => {
    const reading = h('dl', { class: 'facts' })
    const problem = h('p', { class: 'bad', role: 'alert' })
    const exact = h('input', { type: 'datetime-local', step: '1', 'data-filter': true })
    let now = 0
    const show = (clock: ClockReading): void => {
      now = Date.parse(clock.now)
      const moved = `${spanOf(clock.offset)} ${clock.offset < 0 ? 'behind' : 'ahead of'} the real time`
      fill(
        reading,
        h('dt', {}, 'Shanghai'),
        h('dd', { class: 'large number' }, timeOf(now)),
        h('dt', {}, 'UTC'),
        h('dd', { class: 'number' }, clock.now),
        h('dt', {}, 'Offset'),
        h('dd', {}, Math.abs(clock.offset) < 1000 ? 'none' : moved),
      )
    }
    const move = async (to: unknown): Promise<void> => {
      problem.textContent = ''
      try {
        show((await post('/clock', to)) as ClockReading)
      } catch (error) {
        problem.textContent = wordsOf(error)
      }
    }
    const by = (label: string, ms: number): HTMLElement => button(label, () => void move({ by: ms }))
    const setExact = (event: Event): void => {
      event.preventDefault()
      if (exact.value !== '') void move({ to: `${exact.value}+08:00` })
    }
    return {
      element: h(
        'div',
        {},
        reading,
        h(
          'div',
          { class: 'bar' },
          by('+1 hour', 3_600_000),
          by('+1 day', 86_400_000),
          button('Next working morning, 9:00', () => void move({ to: nextWorkingMorning(now) }), {
            title: 'Monday to Friday; holidays are not known here',
          }),
          button('Back to the real time', () => void move({ reset: true })),
        ),
        h(
          'form',
          { class: 'bar', submit: setExact },
          h('label', { class: 'field' }, 'Set to (Shanghai)', exact),
          h('button', { class: 'primary' }, 'Set'),
        ),
        problem,
        h(
          'p',
          { class: 'dim' },
          'One clock for functions, server dates and timers. Timers that fall due on the way fire once.',
        ),
      ),
      refresh: async () => {
        show((await ask('/clock')) as ClockReading)
      },
    }
  },
}
