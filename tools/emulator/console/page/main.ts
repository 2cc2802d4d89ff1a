import { ask, wordsOf } from './ask'
import { byId, fill, h } from './dom'
import { listenToKeys } from './keys'
import { addressOf, choose, go, readPlace } from './place'
import type { OpenSection } from './section'
import { clockSection } from './sections/clock'
import { collectionsSection } from './sections/collections'
import { costsSection } from './sections/costs'
import { filesSection } from './sections/files'
import { functionsSection } from './sections/functions'
import { sentSection } from './sections/sent'
import { timersSection } from './sections/timers'
import { spanOf, timeOf } from './words'

const REFRESH_MS = 2000
const sections = [
  functionsSection,
  collectionsSection,
  filesSection,
  timersSection,
  sentSection,
  clockSection,
  costsSection,
]
const main = byId('main', HTMLElement)
const nav = byId('sections', HTMLElement)
const trouble = byId('trouble', HTMLElement)
const time = byId('time', HTMLElement)
const pause = byId('pause', HTMLButtonElement)
const environment = byId('environment', HTMLSelectElement)
const keys = byId('keys', HTMLDialogElement)

let shown = ''
let section: OpenSection | undefined
let offset = 0
let running = false
let again = false

const isPaused = (): boolean => readPlace().get('paused') !== ''

function showFrame(): void {
  const place = readPlace()
  const found = sections.find(({ name }) => name === place.section) ?? functionsSection
  if (shown !== found.name) {
    shown = found.name
    section = found.open()
    main.replaceChildren(h('h2', { class: 'hidden' }, found.title), section.element)
  }
  document.title = `${found.title} · Local cloud`
  fill(
    nav,
    ...sections.map(({ name, title }, at) =>
      h(
        'a',
        { href: addressOf(name), ...(name === found.name && { 'aria-current': 'page' }) },
        h('kbd', { 'aria-hidden': 'true' }, at + 1),
        ` ${title}`,
      ),
    ),
  )
  pause.textContent = isPaused() ? 'Paused' : 'Pause'
  pause.setAttribute('aria-pressed', String(isPaused()))
}

function showTime(): void {
  const moved = Math.abs(offset) < 1000 ? '' : ` (${offset < 0 ? '−' : '+'}${spanOf(offset)})`
  time.textContent = timeOf(Date.now() + offset) + moved
}

async function showEnvironments(): Promise<void> {
  const { get } = readPlace()
  const names = (await ask('/debug/environments')) as string[]
  const all = names.includes(get('env')) ? names : [...names, get('env')]
  if ([...environment.options].map(({ value }) => value).join() !== all.join())
    fill(environment, ...all.map((value) => h('option', { value }, value)))
  environment.value = get('env')
}

/** One at a time, so that what is shown is never older than where the reader is. */
async function refresh(): Promise<void> {
  again = running
  if (running) return
  running = true
  const results = await Promise.allSettled([
    section?.refresh(readPlace()),
    showEnvironments(),
    ask('/clock').then((clock) => {
      ;({ offset } = clock as { offset: number })
      showTime()
    }),
  ])
  running = false
  if (again) await refresh()
  else showTrouble(results.find((result) => result.status === 'rejected')?.reason)
}

function showTrouble(reason: unknown): void {
  const unreachable = reason instanceof TypeError || reason instanceof DOMException
  const words = unreachable ? 'The local cloud does not answer; trying again.' : wordsOf(reason)
  trouble.hidden = reason === undefined
  if (reason !== undefined && trouble.textContent !== words) trouble.textContent = words
}

const togglePause = (): void => {
  choose({ paused: isPaused() ? '' : '1' })
}

addEventListener('hashchange', () => {
  showFrame()
  void refresh()
})
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && !isPaused()) void refresh()
})
environment.addEventListener('change', () => {
  go(readPlace().section, { env: environment.value })
})
pause.addEventListener('click', togglePause)
byId('help', HTMLButtonElement).addEventListener('click', () => {
  keys.showModal()
})
listenToKeys({
  sections: sections.map(({ name }) => name),
  togglePause,
  showKeys: () => {
    keys.showModal()
  },
})
setInterval(() => {
  if (!document.hidden && !isPaused() && !running) void refresh()
}, REFRESH_MS)
setInterval(showTime, 1000)
showFrame()
void refresh()
