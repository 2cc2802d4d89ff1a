import type { Browser, Page } from 'playwright-core'

import type { Sight } from './all-pages'
import { aPhone, type Phone } from './phone'
import { people, type Things } from './seeded-life'

export const screens = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
] as const

/** A phone whose pages are looked at one after the other, without a reload. */
export interface Looker {
  readonly phone: Phone
  readonly open: (sight: Sight, things: Things) => Promise<void>
  readonly setElder: (on: boolean) => Promise<void>
}

interface Shift extends PerformanceEntry {
  readonly value: number
}

/** Counts what is on its way and how far things jumped; bundlers name functions, pages know no such helper. */
const watch = () => {
  const counts = { pending: 0, shifted: 0 }
  Object.assign(window, { counts })
  const send = window.fetch.bind(window)
  window.fetch = async (...given) => {
    counts.pending += 1
    try {
      return await send(...given)
    } finally {
      counts.pending -= 1
    }
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) counts.shifted += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

interface Counts {
  pending: number
  shifted: number
}

/** There, answered, painted: the page of this route in front, no skeleton, every picture drawn, and so for a while. */
const hasComeUp = ({ route, sign, skeletons }: Pick<Sight, 'route' | 'sign' | 'skeletons'>) => {
  const { counts } = window as unknown as { readonly counts: Counts }
  const page = [...document.querySelectorAll<HTMLElement>('.taro_page')].find((one) => one.offsetWidth > 0)
  const words = `${document.querySelector('#taro-navigation-bar')?.textContent ?? ''} ${page?.innerText ?? ''}`
  const up =
    page?.id.startsWith(`/${route}?`) === true &&
    counts.pending === 0 &&
    words.includes(sign) &&
    (skeletons === true || page.querySelector('[class*=skeleton]') === null) &&
    [...page.querySelectorAll('img')].every((image) => image.complete)
  const memory = window as unknown as { framesUp?: number }
  memory.framesUp = up ? (memory.framesUp ?? 0) + 1 : 0
  return memory.framesUp > 3
}

const comeUp = async (page: Page, sight: Sight): Promise<void> => {
  const { route, sign, skeletons } = sight
  const wanted = { route, sign, ...(skeletons && { skeletons }) }
  await page.waitForFunction(hasComeUp, wanted).catch(async () => {
    const words = await page.evaluate(() => document.body.innerText)
    throw new Error(`${route} did not come up with 「${sign}」: ${words}`)
  })
}

/** The page in front says that it could not be read. */
export const failedOn = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')]
    return pages.find((one) => one.offsetWidth > 0)?.innerText.includes('重试') ?? true
  })

export const shiftedOn = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { readonly counts: Counts }).counts.shifted)

export const aLooker = async (browser: Browser, url: string, person: Sight['person']): Promise<Looker> => {
  const openid = people[person]
  const phone = await aPhone(browser, url, openid)
  const { page } = phone
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watch)
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  // The same person in a second tab: what is chosen there holds here at once.
  const other = await page.context().newPage()
  await other.goto(`${url}/local/people`)
  // A page behind another one is painted once a second.
  await page.bringToFront()
  return {
    phone,
    open: async (sight, things) => {
      const query = sight.query(things)
      await phone.open(`/${sight.route}${query === '' ? '' : `?${query}`}`)
      await page.evaluate(() => {
        const { counts } = window as unknown as { readonly counts: Counts }
        counts.shifted = 0
      })
      await comeUp(page, sight)
    },
    setElder: async (on) => {
      await other.evaluate(
        ([who, value]) => {
          localStorage.setItem(`${who}:elder`, value)
        },
        [openid, String(on)] as const,
      )
      await page.waitForFunction(
        (wanted) => document.documentElement.classList.contains('elder-frame') === wanted,
        on,
      )
    },
  }
}

/** Run inside a page: every size of type times this, as a browser set to larger text shows it; 1 takes it back. */
export const growText = async (times: number): Promise<void> => {
  const names = ['title', 'head', 'button', 'body', 'small', 'note'].map((name) => `--t-${name}`)
  for (const one of document.querySelectorAll<HTMLElement>('[class*=screen], [class*=tabbed]')) {
    for (const name of names) one.style.removeProperty(name)
    if (times === 1) continue
    const style = getComputedStyle(one)
    const sizes = names.map((name) => [name, style.getPropertyValue(name)] as const)
    for (const [name, size] of sizes)
      if (size !== '') one.style.setProperty(name, `calc(${size} * ${String(times)})`)
  }
  // What jumps by this is told with the next frame, and must not count for the page that follows.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}
