import type { Browser, Page } from 'playwright-core'

import { aPhone, type Phone } from './phone'
import { people, type Things } from './seeded-life'
import type { Sight } from './sight'

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
  /** right after a tap, which asked for it */
  readonly hadRecentInput: boolean
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
    for (const { value, hadRecentInput } of list.getEntries() as Shift[])
      if (!hadRecentInput) counts.shifted += value
  }).observe({ type: 'layout-shift', buffered: true })
}

interface Counts {
  pending: number
  shifted: number
}

interface Awaited {
  readonly route: string
  /** the page that was in front before, by its name in the document */
  readonly before: string
  readonly sign: string
  readonly skeletons: boolean
}

/** There, answered, painted: the page of this route in front, no skeleton, every picture drawn, and so for a while. */
const hasComeUp = ({ route, before, sign, skeletons }: Awaited) => {
  const { counts } = window as unknown as { readonly counts: Counts }
  const page = [...document.querySelectorAll<HTMLElement>('.taro_page')].find((one) => one.offsetWidth > 0)
  // The platform's wheel does not stand in the page.
  const around = ['#taro-navigation-bar', '.weui-picker'].map(
    (one) => document.querySelector(one)?.textContent,
  )
  const words = [...around, page?.innerText].join(' ')
  const up =
    page?.id.startsWith(`/${route}?`) === true &&
    page.id !== before &&
    counts.pending === 0 &&
    words.includes(sign) &&
    (skeletons || page.querySelector('[class*=skeleton]') === null) &&
    [...page.querySelectorAll('img')].every((image) => image.complete)
  const memory = window as unknown as { framesUp?: number }
  memory.framesUp = up ? (memory.framesUp ?? 0) + 1 : 0
  return memory.framesUp > 3
}

const comeUp = async (page: Page, wanted: Awaited): Promise<void> => {
  await page.waitForFunction(hasComeUp, wanted).catch(async () => {
    const words = await page.evaluate(() => document.body.innerText)
    throw new Error(`${wanted.route} did not come up with 「${wanted.sign}」: ${words}`)
  })
}

/** What the page in front is called in the document. */
const inFront = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')]
    return pages.find((one) => one.offsetWidth > 0)?.id ?? ''
  })

/** On the page in front, what bears exactly these words, the last of them; of a pattern the first. */
const tapOn = async (page: Page, words: string | RegExp): Promise<void> => {
  const found = page.getByText(words, { exact: true }).filter({ visible: true })
  await (typeof words === 'string' ? found.last() : found.first()).tap()
}

const isTab = ({ route }: Sight) => route.startsWith('pages/')

/** The page in front says that it could not be read. */
export const failedOn = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')]
    return pages.find((one) => one.offsetWidth > 0)?.innerText.includes('重试') ?? true
  })

export const shiftedOn = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { readonly counts: Counts }).counts.shifted)

const addressOf = ({ route, query }: Sight, things: Things, more = ''): string => {
  const search = [query(things), more].filter((part) => part !== '').join('&')
  return `/${route}${search === '' ? '' : `?${search}`}`
}

/** Before the page is there: its watch, and a helper that bundlers name functions with. */
const watchOver = async (page: Page): Promise<void> => {
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watch)
}

/** How far things jump on a phone that never opened the product before. */
export const shiftedCold = async (
  browser: Browser,
  url: string,
  sight: Sight,
  things: Things,
): Promise<number> => {
  const { route, sign } = sight
  const { page, open } = await aPhone(browser, url, people[sight.person])
  await watchOver(page)
  await open(addressOf(sight, things))
  await comeUp(page, { route, sign, before: '', skeletons: sight.skeletons === true })
  const shifted = await shiftedOn(page)
  await page.context().close()
  return shifted
}

export const aLooker = async (browser: Browser, url: string, person: Sight['person']): Promise<Looker> => {
  const openid = people[person]
  const phone = await aPhone(browser, url, openid)
  const { page } = phone
  await watchOver(page)
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  // The same person in a second tab: what is chosen there holds here at once.
  const other = await page.context().newPage()
  await other.goto(`${url}/local/people`)
  // A page behind another one is painted once a second.
  await page.bringToFront()
  let opened = 0
  let left: Sight | null = null
  return {
    phone,
    open: async (sight, things) => {
      // A tab stays as it was left; every other page is a new one.
      if (left !== null && isTab(left) && left.taps.length > 0) await page.goto(`${url}/local/people`)
      const wheel = page.locator('.weui-picker').filter({ visible: true })
      if ((await wheel.count()) > 0) await tapOn(page, '取消')
      left = sight
      opened += 1
      const tab = isTab(sight)
      const before = tab ? '' : await inFront(page)
      // Another address than the last one, even for the same page of the same thing.
      await phone.open(addressOf(sight, things, tab ? '' : `look=${String(opened)}`))
      await page.evaluate(() => {
        const { counts } = window as unknown as { readonly counts: Counts }
        counts.shifted = 0
      })
      const wanted = { route: sight.route, before, skeletons: sight.skeletons === true }
      if (sight.taps.length > 0) await comeUp(page, { ...wanted, sign: '' })
      for (const words of sight.taps) await tapOn(page, words)
      await comeUp(page, { ...wanted, sign: sight.sign })
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
  const holders = '[class*=screen], [class*=tabbed]'
  for (const one of document.querySelectorAll<HTMLElement>(holders)) {
    for (const name of names) one.style.removeProperty(name)
    // What lies inside another takes its sizes from there: it would grow twice.
    if (times === 1 || one.parentElement?.closest(holders)) continue
    const style = getComputedStyle(one)
    const sizes = names.map((name) => [name, style.getPropertyValue(name)] as const)
    for (const [name, size] of sizes)
      if (size !== '') one.style.setProperty(name, `calc(${size} * ${String(times)})`)
  }
  // What jumps by this is told with the next frame, and must not count for the page that follows.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}
