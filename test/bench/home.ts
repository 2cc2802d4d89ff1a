import { createServer } from 'node:http'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'

import { runBin } from '../../tools/process'
import { launchBrowser } from '../support/browser'
import { startProductProcess } from '../support/product-process'

/** How much later than the bare starter the home page may have painted its largest piece. */
const allowance = 300
const rounds = 9
const root = resolve(__dirname, '..', '..')
const folder = join(root, 'dist', `.starter-${String(process.pid)}`)
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** The bare Taro starter, built as it comes and served from memory's side of the disk. */
const serveStarter = async () => {
  await cp(join(__dirname, 'starter'), folder, { recursive: true })
  await cp(join(root, 'babel.config.js'), join(folder, 'babel.config.js'))
  await writeFile(join(folder, 'package.json'), '{ "name": "starter", "private": true }')
  const built = await runBin('@tarojs/cli/bin/taro', ['build', '--type', 'h5'], {
    cwd: folder,
    env: { NODE_ENV: 'production', TARO_ENV: 'h5' },
  })
  if (!built.ok) throw new Error(`the starter's build failed\n${built.output}`)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://starter').pathname
    const name = path === '/' ? '/index.html' : path
    readFile(join(folder, 'dist', name)).then(
      (bytes) => {
        const cache = name === '/index.html' ? 'no-cache' : 'max-age=31536000, immutable'
        response.writeHead(200, {
          'content-type': types[extname(name)] ?? 'text/plain',
          'cache-control': cache,
        })
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the starter has no port')
  return { url: `http://127.0.0.1:${String(address.port)}`, stop: () => server.close() }
}

/** A page in a context of its own, opened once to fill the cache; each look reloads it and gives its largest paint. */
const painted = async (browser: Browser, url: string, shown: string) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  await context.addInitScript(() => {
    sessionStorage.setItem('local-openid', 'local-owner-1')
  })
  const page = await context.newPage()
  const look = async (): Promise<number> => {
    await page.goto('about:blank')
    await page.goto(url)
    await page.getByText(shown).filter({ visible: true }).first().waitFor()
    await page.waitForLoadState('networkidle')
    return page.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => {
            done(list.getEntries().at(-1)?.startTime ?? Number.NaN)
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        }),
    )
  }
  await look()
  return look
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const main = async (): Promise<void> => {
  const starter = await serveStarter()
  const [product, browser] = await Promise.all([startProductProcess(), launchBrowser()])
  const bare: number[] = []
  const home: number[] = []
  try {
    const lookAtStarter = await painted(browser, starter.url, 'Hello world!')
    const lookAtHome = await painted(browser, product.url, '店铺资料')
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await lookAtStarter())
      home.push(await lookAtHome())
    }
  } finally {
    await browser.close()
    await product.stop()
    starter.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const late = median(home) - median(bare)
  const ok = late <= allowance
  console.log(`largest contentful paint from cache, median of ${String(rounds)}`)
  console.log(`  bare starter  ${median(bare).toFixed(0)} ms`)
  console.log(`  home page     ${median(home).toFixed(0)} ms`)
  console.log(
    `  later by      ${late.toFixed(0)} ms (at most ${String(allowance)})  ${ok ? 'ok' : 'TOO LATE'}`,
  )
  process.exitCode = ok ? 0 : 1
}

void main()
