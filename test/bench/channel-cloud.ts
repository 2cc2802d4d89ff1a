import { build } from 'esbuild'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#domain/actor'

import { buildFunctions } from '../../tools/build-functions'
import { aShop } from '../support/a-shop'
import { aGrant, anActor } from '../support/builders'
import { startCloudProcess, type CloudProcess } from '../support/cloud-process'
import { addShops, caseloadOf, foundShopOffice, headOne } from '../support/shop-district'
import { addPeople, foundDistrict, openidOf } from '../support/small-district'

export const env = 'local'

/** The built functions and, beside them, the least that posting could do. */
const foldersOfFunctions = async (): Promise<string> => {
  await buildFunctions()
  const folder = await mkdtemp(join(tmpdir(), 'bench-functions-'))
  await cp(join(process.cwd(), 'dist', 'functions'), folder, { recursive: true })
  await mkdir(join(folder, 'base'))
  await build({
    entryPoints: [join(__dirname, 'base', 'main.ts')],
    outfile: join(folder, 'base', 'index.js'),
    ...{ bundle: true, platform: 'node', target: 'node18', format: 'cjs', logLevel: 'silent' },
  })
  const json = (value: unknown) => JSON.stringify(value)
  await writeFile(join(folder, 'base', 'package.json'), json({ name: 'base', main: 'index.js' }))
  const permissions = { openapi: ['security.msgSecCheck'] }
  await writeFile(join(folder, 'base', 'config.json'), json({ permissions, timeout: 20, memorySize: 256 }))
  return folder
}

/** A district with one head's group of so many owners, on a local cloud of its own. */
export const withGroup = async (
  owners: number,
  latency: number,
  run: (cloud: CloudProcess, owners: readonly Actor[]) => Promise<void>,
): Promise<void> => {
  const functions = await foldersOfFunctions()
  const cloud = await startCloudProcess({ functions, latency })
  try {
    process.env['LOCAL_CLOUD_URL'] = cloud.url
    await foundDistrict(env)
    await foundShopOffice()
    await run(cloud, await aGroup(owners))
  } finally {
    await cloud.stop()
    await rm(functions, { recursive: true, force: true })
  }
}

const aGroup = async (count: number): Promise<readonly Actor[]> => {
  const shops = Array.from({ length: count }, (_, at) => aShop(`bench-${String(at)}`))
  await addShops(caseloadOf(headOne), shops)
  const owners = shops.map(({ id }, at) =>
    anActor(`bench-owner-${String(at)}`, aGrant('owner', { kind: 'shop', shop: id })),
  )
  for (let from = 0; from < owners.length; from += 100) await addPeople(owners.slice(from, from + 100))
  return owners
}

interface Answer {
  readonly result?: { readonly reply?: { readonly kind: string; readonly value?: unknown } }
}

/** One call as a phone makes it; throws on anything but ok. */
export const callAs = async <T>(url: string, actor: Actor, endpoint: string, input: unknown): Promise<T> => {
  const answer = await callFunction(url, 'api', actor, { endpoint, input })
  const { reply } = (answer as Answer).result ?? {}
  if (reply?.kind !== 'ok') throw new Error(`${endpoint}: ${JSON.stringify(answer)}`)
  return reply.value as T
}

export const callFunction = async (
  url: string,
  name: string,
  actor: Actor,
  body: unknown,
): Promise<unknown> => {
  const answer = await fetch(`${url}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': openidOf(actor) },
    body: JSON.stringify(body),
  })
  return answer.json()
}

/** What the queries of everything done since the last look examined and returned. */
export const queriesSince = async (url: string, run: () => Promise<unknown>) => {
  await fetch(`${url}/debug/counters`, { method: 'DELETE' })
  await run()
  const answer = await fetch(`${url}/debug/counters`)
  const { collections } = (await answer.json()) as {
    readonly collections: readonly { collection: string; documents: number; queries: number }[]
  }
  return collections
}

export const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b)
export const percentile = (times: readonly number[], share: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
