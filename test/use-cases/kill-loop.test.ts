import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { running, startChild } from '../support/cloud-child'
import { aSubmission } from '../support/a-submission'
import { anActor } from '../support/builders'
import { addPeople, foundDistrict, openidOf, rubbish } from '../support/small-district'

const seconds = Number(process.env['KILL_LOOP_SECONDS'] ?? 15)
/** Four who write at once, each in the name of many: one person may not report so often. */
const writers = ['one', 'two', 'three', 'four']
const neighbours = 60
const residentsOf = (writer: string) =>
  Array.from({ length: neighbours }, (_, at) => anActor(`${writer}-${String(at)}`))
const built = resolve(__dirname, '../../dist/functions')

interface Acknowledged {
  readonly openid: string
  readonly id: string
  readonly words: string
}

const call = async (url: string, openid: string, endpoint: string, input: unknown) => {
  const answer = await fetch(`${url}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openid },
    body: JSON.stringify({ endpoint, input }),
  })
  const { result } = (await answer.json()) as {
    result?: { reply: { kind: string; value: { id: string; words: string } } }
  }
  return result?.reply.kind === 'ok' ? result.reply.value : null
}

/** Files reports until the cloud is gone; notes only what was answered with a yes. */
const file = async (
  url: string,
  writer: string,
  round: number,
  acknowledged: Acknowledged[],
  over: () => boolean,
) => {
  const residents = residentsOf(writer).map(openidOf)
  for (let at = 0; !over(); at += 1) {
    const openid = residents[(round * 20 + at) % neighbours] ?? ''
    const words = `${writer} ${String(round)} ${String(at)}`
    const key = `kill-loop-${writer}-${String(round)}-${String(at)}`
    try {
      const value = await call(
        url,
        openid,
        'report.submit',
        aSubmission({ key, words, category: rubbish.id }),
      )
      if (value !== null) acknowledged.push({ openid, id: value.id, words })
    } catch {
      return
    }
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** Until one more is acknowledged: a busy machine takes its time over the first call. */
const firstOf = async (acknowledged: readonly Acknowledged[]) => {
  const before = acknowledged.length
  for (let tries = 0; tries < 100 && acknowledged.length === before; tries += 1) await pause(50)
}

it(
  `no acknowledged report is lost when the cloud is killed again and again for ${String(seconds)} s`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kill-reports-'))
    const settings = ['--indexes', join(built, 'indexes.json'), '--rules', join(built, 'rules.json')]
    const start = async () => running(await startChild(join(folder, 'data'), settings, built))
    const acknowledged: Acknowledged[] = []
    const check = async (url: string, from: readonly Acknowledged[]) => {
      expect(await (await fetch(`${url}/debug/verify`)).json()).toMatchObject({ ok: true, problems: [] })
      for (const { openid, id, words } of from)
        expect(await call(url, openid, 'report.read', { id })).toMatchObject({ words })
    }
    const end = Date.now() + seconds * 1000
    let rounds = 0
    let checked = 0
    while (Date.now() < end) {
      const cloud = await start()
      process.env['LOCAL_CLOUD_URL'] = cloud.url
      if (rounds === 0) {
        await foundDistrict('local')
        await addPeople(writers.flatMap(residentsOf))
      }
      await check(cloud.url, acknowledged.slice(checked))
      checked = acknowledged.length
      let over = false
      const writing = writers.map((writer) => file(cloud.url, writer, rounds, acknowledged, () => over))
      await firstOf(acknowledged)
      await pause(Math.random() * 700)
      await cloud.kill('SIGKILL')
      over = true
      await Promise.all(writing)
      rounds += 1
    }
    const cloud = await start()
    await check(cloud.url, acknowledged)
    await cloud.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
    process.stdout.write(
      `kill loop: ${String(rounds)} rounds, ${String(acknowledged.length)} reports acknowledged, none lost\n`,
    )
    expect(acknowledged.length).toBeGreaterThan(rounds)
  },
  (seconds + 120) * 1000,
)
