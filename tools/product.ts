import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'

import { buildH5 } from './build-client'
import { buildFunctions } from './build-functions'
import { PortTakenError, startCloud, type Cloud } from './emulator/cloud'
import { root } from './process'
import { seed } from './seed/seed'

const firstPort = 4300
const portsTried = 20
const env = 'local'
const seededReports = 300

export interface ProductOptions {
  /** null: the first free one from 4300 on */
  readonly port: number | null
  /** one folder for documents, files and the seed's list of people */
  readonly folder?: string
  readonly say: (line: string) => void
}

export interface Product {
  readonly url: string
  readonly cloud: Cloud
  close(): Promise<void>
}

/** The whole product on this machine: builds what changed, the local cloud with the functions, a seeded district. */
export const startProduct = async ({
  port,
  folder = join(root, '.local'),
  say,
}: ProductOptions): Promise<Product> => {
  const builds = await Promise.all([buildFunctions(), buildH5()])
  if (builds.includes('built')) say('构建完成 (built)')
  const peopleFile = join(folder, 'people.json')
  const seeded = await readFile(peopleFile, 'utf8').catch(nullIfAbsent)
  if (seeded === null) await rm(join(folder, 'data'), { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const cloud = await startOnFreePort(port, join(folder, 'data'), peopleFile, say)
  try {
    if (seeded === null) await seedInto(cloud, peopleFile, say)
  } catch (error) {
    await cloud.close()
    throw error
  }
  say(`店长通已启动 (running): ${cloud.url}/`)
  say(`本机控制 (local cloud): 数据在 ${folder}；Ctrl-C 结束`)
  return { url: cloud.url, cloud, close: () => cloud.close() }
}

const nullIfAbsent = (error: unknown): null => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

const seedInto = async (cloud: Cloud, peopleFile: string, say: (line: string) => void): Promise<void> => {
  const started = performance.now()
  const people = await seed({ url: cloud.url, env, now: cloud.now(), reports: seededReports })
  const shown = people.map(({ openid, name, label }) => ({ openid, name, label }))
  await writeFile(peopleFile, JSON.stringify(shown))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(
    `已生成虚构的示范区 (seeded): ${String(people.length)} 人、${String(seededReports)} 件反映，用时 ${seconds} 秒`,
  )
}

const startOnFreePort = async (
  port: number | null,
  data: string,
  peopleFile: string,
  say: (line: string) => void,
): Promise<Cloud> => {
  const wanted = port ?? firstPort
  for (let tried = wanted; ; tried += 1) {
    try {
      return await startCloud({
        functions: join(root, 'dist', 'functions'),
        indexes: join(root, 'dist', 'functions', 'indexes.json'),
        rules: join(root, 'dist', 'functions', 'rules.json'),
        static: join(root, 'dist', 'h5'),
        data,
        port: tried,
        pageScripts: ['/local/bar.js'],
        routes: localRoutes(peopleFile),
      })
    } catch (error) {
      if (!(error instanceof PortTakenError) || tried - wanted >= portsTried) throw error
      say(`端口 ${String(tried)} 已被占用，改用 ${String(tried + 1)} (port taken, trying the next)`)
    }
  }
}

const answer = (response: ServerResponse, type: string, body: string) => {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

/** What only the local build has: the bar and the list of people it can become. */
const localRoutes = (peopleFile: string) => async (_request: unknown, response: ServerResponse, url: URL) => {
  if (url.pathname === '/local/bar.js') {
    answer(response, 'text/javascript', await readFile(join(root, 'tools', 'local-bar', 'bar.js'), 'utf8'))
    return true
  }
  if (url.pathname === '/local/people') {
    answer(response, 'application/json', await readFile(peopleFile, 'utf8').catch(() => '[]'))
    return true
  }
  return false
}
