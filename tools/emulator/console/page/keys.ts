import { choose, go, readPlace } from './place'

export interface KeyActions {
  readonly sections: readonly string[]
  readonly togglePause: () => void
  readonly showKeys: () => void
}

const isTyping = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, textarea, select')

export function listenToKeys({ sections, togglePause, showKeys }: KeyActions): void {
  const actions: Readonly<Record<string, () => void>> = {
    j: () => {
      step(1)
    },
    ArrowDown: () => {
      step(1)
    },
    k: () => {
      step(-1)
    },
    ArrowUp: () => {
      step(-1)
    },
    n: () => {
      document.querySelector<HTMLButtonElement>('[data-next]')?.click()
    },
    p: togglePause,
    '?': showKeys,
    '/': () => {
      document.querySelector<HTMLInputElement>('[data-filter]')?.focus()
    },
    Escape: () => {
      if (readPlace().get('open') !== '') choose({ open: '' })
    },
    ...Object.fromEntries(
      sections.map((name, at) => [
        String(at + 1),
        () => {
          go(name)
        },
      ]),
    ),
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null)
      return
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur()
      return
    }
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
    if (action === undefined) return
    event.preventDefault()
    action()
  })
}

/** To the next row or the one before; from elsewhere to the open row, else the first. */
function step(by: 1 | -1): void {
  const heads = [...document.querySelectorAll<HTMLElement>('.row-head')]
  const at = heads.findIndex((head) => head.closest('li')?.contains(document.activeElement) === true)
  const start = heads.findIndex((head) => head.getAttribute('aria-expanded') === 'true')
  const next = at === -1 ? Math.max(start, 0) : Math.min(Math.max(at + by, 0), heads.length - 1)
  heads[next]?.focus()
}
