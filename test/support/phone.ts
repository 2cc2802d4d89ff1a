import type { Browser, Locator, Page } from 'playwright-core'

/** A person with a phone of their own, and what went wrong on its console. */
export interface Phone {
  readonly page: Page
  readonly troubles: readonly string[]
  /** what stands on the page that is in front */
  readonly see: (words: string | RegExp) => Locator
  readonly tap: (words: string) => Promise<void>
  readonly open: (path: string) => Promise<void>
  /** put away: what the browser says of a page that goes in the middle of something is no trouble of the page's */
  readonly leave: () => Promise<void>
}

/** A pattern sees the page's text as it is written there: a space that holds a line together is a space to it too. */
const spaced = (words: string | RegExp): string | RegExp =>
  typeof words === 'string' ? words : new RegExp(words.source.replace(/ /g, '\\s'), words.flags)

export const aPhone = async (browser: Browser, url: string, openid: string): Promise<Phone> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await context.addInitScript((who) => {
    sessionStorage.setItem('local-openid', who)
  }, openid)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  // Taro keeps the pages below in the document: only what is visible counts as seen.
  const see = (words: string | RegExp) => page.getByText(spaced(words)).filter({ visible: true }).first()
  return {
    page,
    troubles,
    see,
    tap: async (words) => {
      await page.getByText(words, { exact: true }).filter({ visible: true }).last().tap()
    },
    open: async (path) => {
      await page.goto(`${url}/#${path}`)
    },
    leave: async () => {
      page.removeAllListeners('console')
      await context.close()
    },
  }
}
