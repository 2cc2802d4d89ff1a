import { watch } from 'node:fs'
import { join } from 'node:path'

import { buildH5 } from './build-client'
import { buildFunctions } from './build-functions'
import { startProduct } from './product'
import { root } from './process'

const calmMilliseconds = 150

/** Runs `work` once things are calm, never twice at a time; a failed build is said and waits for the next change. */
const onChange = (folders: readonly string[], work: () => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(work).catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
      })
    }, calmMilliseconds)
  }
  for (const folder of folders) watch(join(root, folder), { recursive: true }, soon)
}

/** `npm run dev`: as `npm start`, and a changed use-case or screen is built and shown without a restart. */
const main = async (): Promise<void> => {
  const product = await startProduct({
    port: null,
    say: (line) => {
      console.log(line)
    },
  })
  onChange(['cloudfunctions', 'domain'], async () => {
    if ((await buildFunctions()) === 'unchanged') return
    product.cloud.reloadFunctions()
    console.log('云函数已更新 (functions reloaded)')
  })
  onChange(['src', 'domain', 'config'], async () => {
    if ((await buildH5()) === 'built') console.log('页面已更新，请刷新 (screens rebuilt)')
  })
  process.on('SIGINT', () => {
    void product.close().then(() => process.exit(0))
  })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
