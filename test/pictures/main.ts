import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from 'playwright-core'

import { startProduct } from '../../tools/product'
import { root } from '../../tools/process'
import { allSights, titleOf } from '../support/all-pages'
import { launchBrowser } from '../support/browser'
import { aLooker, screens, type Looker } from '../support/look'
import { aFolder } from '../support/product-process'
import { importChecked, liveALittle, type Things } from '../support/seeded-life'
import type { Person, Sight } from '../support/sight'

const folder = join(root, 'pictures')
/** A list without end is as long as this many screens. */
const mostScreens = 3

const manners = [
  ['light', 'light', false],
  ['dark', 'dark', false],
  ['elder', 'light', true],
] as const

interface Picture {
  readonly title: string
  readonly file: string
  readonly width: number
}

/** The type of a wider screen is set, and everything laid out by it, a frame after it has become wider. */
const widen = async (page: Page, size: { readonly width: number; readonly height: number }) => {
  await page.setViewportSize(size)
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )
}

/** The whole page, as if the phone were as long as it. */
const shoot = async (page: Page, file: string, { width, height }: (typeof screens)[number]) => {
  await widen(page, { width, height })
  const hidden = await page.evaluate(() => {
    const front = [...document.querySelectorAll<HTMLElement>('.taro_page')].find((one) => one.offsetWidth > 0)
    return front ? front.scrollHeight - front.clientHeight : 0
  })
  await widen(page, { width, height: Math.min(height + hidden, height * mostScreens) })
  await page.screenshot({ path: join(folder, file), animations: 'disabled' })
}

const shootAll = async (
  { phone: { page }, setElder }: Looker,
  title: string,
): Promise<readonly Picture[]> => {
  const taken: Picture[] = []
  for (const [manner, colorScheme, elder] of manners) {
    await page.emulateMedia({ colorScheme })
    await setElder(elder)
    for (const screen of screens) {
      const file = `${title}-${manner}-${String(screen.width)}x${String(screen.height)}.png`
      await shoot(page, file, screen)
      taken.push({
        title: `${manner} ${String(screen.width)}×${String(screen.height)}`,
        file,
        width: screen.width,
      })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await setElder(false)
  await page.setViewportSize(screens[0])
  return taken
}

const sheetOf = (shelves: ReadonlyMap<string, readonly Picture[]>): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8" />
<title>店长通 · 全部页面</title>
<style>
  body { margin: 24px; font: 15px/1.5 sans-serif; background: #d9deda; color: #1b2422; }
  .shelf { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start; }
  figure { flex: none; margin: 0; }
  img { display: block; border: 1px solid #8a9591; }
</style>
${[...shelves]
  .map(
    ([title, pictures]) => `<h2 id="${title}">${title}</h2>
<div class="shelf">
${pictures
  .map(
    (one) =>
      `<figure><figcaption>${one.title}</figcaption><a href="${one.file}"><img loading="lazy" width="${String(one.width / 2)}" src="${one.file}" alt="${one.title}" /></a></figure>`,
  )
  .join('\n')}
</div>`,
  )
  .join('\n')}
</html>
`

const say = (line: string) => {
  console.log(line)
}

const shelfOf = async (looker: Looker, sight: Sight, things: Things) => {
  await looker.open(sight, things)
  return shootAll(looker, titleOf(sight))
}

/** `npm run pictures [-- WORD]`: every page (or those whose name holds the word) as a picture, in every manner and size. */
const main = async (): Promise<void> => {
  const word = process.argv[2] ?? ''
  const wanted = allSights.filter((sight) => titleOf(sight).includes(word))
  if (wanted.length === 0)
    throw new Error(`no page's name holds "${word}"; there are ${allSights.map(titleOf).join('、')}`)
  const data = await aFolder()
  const product = await startProduct({ port: 0, folder: data, say })
  const browser = await launchBrowser()
  try {
    const things = await liveALittle(product.url)
    await importChecked(product.url, things.importing)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const shelves = new Map<string, readonly Picture[]>()
    for (const person of new Set<Person>(wanted.map((sight) => sight.person))) {
      const looker = await aLooker(browser, product.url, person)
      for (const sight of wanted.filter((one) => one.person === person)) {
        shelves.set(titleOf(sight), await shelfOf(looker, sight, things))
        say(titleOf(sight))
      }
      await looker.phone.page.context().close()
    }
    await writeFile(join(folder, 'index.html'), sheetOf(shelves))
    say(`${String(shelves.size)} 个页面 (pages): ${join(folder, 'index.html')}`)
  } finally {
    await browser.close()
    await product.close()
    await rm(data, { recursive: true, force: true })
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
