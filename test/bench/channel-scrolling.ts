import { loadavg } from 'node:os'
import type { Browser, Page } from 'playwright-core'
import type { ChannelRow } from '#domain/contract/channel'

import { launchBrowser } from '../support/browser'
import { lengthenChannel, scrollToEdge, watchMounted } from '../support/long-channel'
import { aPhone } from '../support/phone'
import { callProduct, startProductProcess } from '../support/product-process'

const messages = 5_000
const reader = 'local-owner-5'
/** pixels: what a thumb moves, and what a flick does */
const steps = [600, 2_500]
const most = { mounted: 60, task: 100 }

const say = (line: string) => process.stdout.write(`${line}\n`)
const verdict = (good: boolean) => (good ? 'holds' : 'MISSED')

/** The lengths of the tasks over 50 ms from now on, as the browser tells them. */
const watchTasks = async (page: Page) => {
  const watched = await page.evaluateHandle(() => {
    const long: number[] = []
    const from = performance.now()
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= from) long.push(duration)
    }).observe({ type: 'longtask', buffered: true })
    return long
  })
  return () => watched.evaluate((long) => [...long].sort((one, other) => other - one))
}

interface Traced {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly args: { readonly name?: string }
  /** microseconds: the processor's own time for it */
  readonly tdur?: number
}

/** The protocol's types call every field a text. */
const isTraced = (event: object): event is Traced => 'name' in event && 'tid' in event && 'args' in event

/** The most that a task of a page's thread computed, milliseconds: what else the machine does makes it no longer. */
const watchComputing = async (browser: Browser) => {
  const session = await browser.newBrowserCDPSession()
  const pages = new Set<string>()
  const longest = new Map<string, number>()
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, pid, tid, args, tdur = 0 } of (value as readonly object[]).filter(isTraced)) {
      const thread = `${String(pid)}:${String(tid)}`
      if (name === 'thread_name' && args.name === 'CrRendererMain') pages.add(thread)
      if (name.includes('RunTask')) longest.set(thread, Math.max(longest.get(thread) ?? 0, tdur / 1_000))
    }
  })
  const traceConfig = { recordMode: 'recordAsMuchAsPossible' as const, includedCategories: ['toplevel'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async () => {
    const complete = new Promise<void>((done) =>
      session.once('Tracing.tracingComplete', () => {
        done()
      }),
    )
    await session.send('Tracing.end')
    await complete
    return Math.max(...[...pages].map((thread) => longest.get(thread) ?? 0))
  }
}

const groupOf = async (url: string): Promise<ChannelRow['id']> => {
  const { rows } = await callProduct<{ rows: readonly ChannelRow[] }>(url, reader, 'channel.list', {})
  const group = rows.find(({ kind }) => kind === 'store')
  if (!group) throw new Error('no group')
  return group.id
}

/** A group of thousands of messages as its member scrolls through all of it, up and down, in Chromium. */
export const scrolling = async (): Promise<void> => {
  const [product, browser] = await Promise.all([startProductProcess(), launchBrowser()])
  try {
    const channel = await groupOf(product.url)
    const last = await lengthenChannel(product.url, channel, messages)
    const { page, open, see } = await aPhone(browser, product.url, reader)
    // tsx keeps the names of functions by a helper that a page does not have
    await page.addInitScript('globalThis.__name = (named) => named')
    await open(`/packages/channel/chat/index?id=${channel}`)
    await see(new RegExp(`^第${String(last)}条`)).waitFor()
    await page.waitForLoadState('networkidle')
    const [mounted, tasks] = [await watchMounted(page), await watchTasks(page)]
    const computing = await watchComputing(browser)
    for (const step of steps) {
      const [up, down] = [await scrollToEdge(page, -step), await scrollToEdge(page, step)]
      say(
        `scrolled ${String(last)} messages by ${String(step)} px: ${String(up)} steps up, ${String(down)} down`,
      )
    }
    const [shown, nodes, long] = [await mounted.shown(), await mounted.most(), await tasks()]
    const [longest, computed] = [long[0] ?? 0, await computing()]
    const load = loadavg().map((value) => value.toFixed(1))
    say(
      `  message nodes mounted: ${String(nodes)} (at most ${String(most.mounted)}), ${String(shown)} shown: ${verdict(nodes <= most.mounted && shown === last)}`,
    )
    say(
      `  longest task: ${longest.toFixed(0)} ms (at most ${String(most.task)}), none computes longer than ${computed.toFixed(0)} ms; ${String(long.length)} over 50 ms, load ${load.join(' ')}: ${verdict(longest <= most.task)}`,
    )
  } finally {
    await browser.close()
    await product.stop()
  }
}
