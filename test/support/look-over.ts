import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as AxeCore from 'axe-core'
import type { Page } from 'playwright-core'

import { root } from '../../tools/process'
import { layoutTroubles, type Wanted } from './layout-troubles'
import { failedOn, growText, screens, shiftedOn, type Looker } from './look'
import type { Sight } from './sight'

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
export const regular: Wanted = { leastTarget: 44, leastType: 12, leastLine: 1.3 }
const large: Wanted = { leastTarget: 60, leastType: 18, leastLine: 1.5 }

/** What axe calls serious or critical on the page in front; the local bar is not part of the product. */
const axeTroubles = (page: Page, runOnly: AxeCore.RunOnly): Promise<readonly string[]> =>
  page.evaluate(async (only) => {
    const { axe: engine } = window as unknown as { readonly axe: Pick<typeof AxeCore, 'run'> }
    const { violations } = await engine.run(
      { exclude: ['aside'] },
      { resultTypes: ['violations'], runOnly: only },
    )
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, runOnly)

const inEverySize = async (page: Page, wanted: Wanted): Promise<readonly string[]> => {
  const troubles: string[] = []
  for (const screen of screens) {
    await page.setViewportSize(screen)
    const here = await page.evaluate(layoutTroubles, wanted)
    troubles.push(...here.map((trouble) => `${String(screen.width)}: ${trouble}`))
  }
  await page.setViewportSize(screens[0])
  return troubles
}

const ifAny = (word: string, troubles: readonly string[]) => troubles.map((trouble) => `${word} ${trouble}`)

/** What is wrong with the page in front, in every manner and size. */
export const lookOver = async (
  { phone: { page }, setElder }: Looker,
  sight: Sight,
): Promise<readonly string[]> => {
  const jumped = await shiftedOn(page)
  const failed = sight.skeletons !== true && (await failedOn(page))
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const light = await axeTroubles(page, { type: 'tag', values: ['wcag2a', 'wcag2aa'] })
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeTroubles(page, { type: 'rule', values: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  const plain = await inEverySize(page, regular)
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  await setElder(true)
  const elder = await inEverySize(page, large)
  await setElder(false)
  const stayed = await page.evaluate(() => 'stayed' in window)
  await page.evaluate(growText, 2)
  const grown = await page.evaluate(layoutTroubles, regular)
  await page.evaluate(growText, 1)
  return [
    ...(failed ? ['could not be read'] : []),
    ...ifAny('light', light),
    ...ifAny('dark', dark),
    ...ifAny('plain', plain),
    ...ifAny('elder', elder),
    // a foot with two buttons and a reason may then take more of the screen
    ...ifAny(
      'text twice as large',
      grown.filter((trouble) => !trouble.startsWith('the foot takes')),
    ),
    // where people begin to notice
    ...(jumped < 0.1 ? [] : [`jumped by ${jumped.toFixed(3)}`]),
    ...(stayed ? [] : ['was loaded again for the elder layout']),
  ]
}
