import type { Browser, Page } from 'playwright-core'
import type { CloudBridge } from '../weapp/cloud-bridge'
import { bundleHost, compilePackage } from './compile'

/** WeChat's elements as blocks of a browser; only what the layout needs. */
const elements =
  'view,scroll-view,swiper,page-root,navigator,form,picker{display:block}image{display:inline-block}scroll-view{overflow:auto}button{display:block;width:100%}'

interface Given {
  readonly photo: Uint8Array
  readonly location: { readonly longitude: number; readonly latitude: number; readonly name: string }
}

/** The built mini-program, drawn by WeChat's open component engine in a real browser. */
export interface MiniProgram {
  readonly page: Page
  /** what went wrong in the page so far */
  readonly errors: readonly string[]
  readonly open: (url: string) => Promise<void>
}

export const runMiniProgram = async (
  browser: Browser,
  cloud: CloudBridge,
  given: Given,
): Promise<MiniProgram> => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    hasTouch: true,
    isMobile: true,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.exposeFunction('callCloud', cloud.call)
  await page.exposeFunction('uploadFile', (path: string, bytes: readonly number[]) =>
    cloud.upload(path, Uint8Array.from(bytes)),
  )
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${elements}</style><body>`,
  )
  const { photo, location } = given
  await page.addScriptTag({ content: `window.given = ${JSON.stringify({ photo: [...photo], location })}` })
  await page.addScriptTag({ content: compilePackage() })
  await page.addScriptTag({ content: await bundleHost() })
  return {
    page,
    errors,
    open: (url) =>
      page.evaluate((to) => {
        ;(window as unknown as { openPage: (url: string) => void }).openPage(to)
      }, url),
  }
}
