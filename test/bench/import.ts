import type { ImportView } from '#domain/contract/sheet'

import { db } from '../../cloudfunctions/cloud/database'
import { command, district, street } from '../support/builders'
import { startCloudProcess } from '../support/cloud-process'
import { foundDistrict, openidOf } from '../support/small-district'
import { upload } from '../support/uploads'
import { addTradesAndAgencies, aSheet, aShopRow } from '../support/workbook'

const many = Number(process.env['ROWS'] ?? 8_000)
const brokenRows = 137
const cells = 276

/** The environment that the local cloud's own timers work in. */
const env = 'local'

interface Envelope {
  readonly result?: {
    readonly reply: { readonly kind: string; readonly code?: string; readonly value?: unknown }
  }
}

const call = async <T>(url: string, endpoint: string, input: unknown): Promise<T> => {
  const answer = await fetch(`${url}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openidOf(command), 'x-local-env': env },
    body: JSON.stringify({ endpoint, input }),
  })
  const { result } = (await answer.json()) as Envelope
  if (result?.reply.kind !== 'ok') throw new Error(`${endpoint}: ${JSON.stringify(result)}`)
  return result.reply.value as T
}

const until = async (url: string, id: string, ...kinds: readonly string[]): Promise<ImportView> => {
  for (;;) {
    const view = await call<ImportView>(url, 'import.read', { id })
    if (kinds.includes(view.status.kind)) return view
    if (view.status.kind === 'failed') throw new Error(`failed: ${view.status.code}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const seconds = (from: number): string => `${((performance.now() - from) / 1_000).toFixed(1)} s`

/** One import as a clerk does it, waits for the timers included. */
const load = async (url: string, bytes: Buffer, name: string): Promise<void> => {
  const began = performance.now()
  const { ticket, folder } = await call<{ ticket: string; folder: string }>(url, 'upload.ticket', {})
  const file = await upload(env, command, `${folder}/1`, bytes)
  const key = `bench-import-${name}`
  const start = { kind: 'shops', ticket, files: [file], key }
  const { id } = await call<{ id: string }>(url, 'import.start', start)
  const dry = await until(url, id, 'checked')
  const checkedAfter = seconds(began)
  const committed = performance.now()
  await call(url, 'import.commit', { id, version: dry.version })
  const done = await until(url, id, 'done')
  const { added, changed, same, broken } = done
  console.log(
    `${name}: checked after ${checkedAfter}, in after another ${seconds(committed)}, ${seconds(began)} in all;`,
    JSON.stringify({ added, changed, same, broken }),
  )
}

const main = async (): Promise<void> => {
  const cloud = await startCloudProcess()
  try {
    process.env['LOCAL_CLOUD_URL'] = cloud.url
    await foundDistrict(env)
    await addTradesAndAgencies()
    const names = Array.from({ length: cells }, (_, at) => `第${String(at + 1)}社区`)
    const centre = { lng: 125.5, lat: 43.5 }
    await db.collection('cells').add({
      data: names.map((name, position) => ({
        _id: `bench-${String(position)}`,
        district,
        street,
        name,
        position,
        centre,
      })),
    })
    const rows = Array.from({ length: many }, (_, at) => ({
      ...aShopRow(at + 1),
      cell: names[(at * 7) % cells] ?? '',
      ...(at % Math.floor(many / brokenRows) === 1 &&
      Math.floor(at / Math.floor(many / brokenRows)) < brokenRows
        ? { trade: '没有的行业' }
        : {}),
    }))
    const bytes = await aSheet('shops', rows)
    console.log(`${String(many)} rows, ${String(cells)} cells, ${String(Math.round(bytes.length / 1024))} KB`)
    await load(cloud.url, bytes, 'first-time-00')
    await load(cloud.url, bytes, 'once-again-00')
    const tenth = rows.map((row, at) => (at % 10 === 0 ? { ...row, places: 7 } : row))
    await load(cloud.url, await aSheet('shops', tenth), 'tenth-changed')
  } finally {
    await cloud.stop()
  }
}

void main()
