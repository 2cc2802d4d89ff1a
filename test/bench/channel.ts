import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Actor } from '#domain/actor'
import type { Opened } from '#domain/contract/channel'

import { db } from '../../cloudfunctions/cloud/database'
import { aShop } from '../support/a-shop'
import { MONDAY } from '../support/builders'
import { addShops, caseloadOf, headOne } from '../support/shop-district'
import { aKey, openidOf } from '../support/small-district'
import { aPosting, deskOf, groupOf } from '../support/talk'
import { callAs, callFunction, env, percentile, queriesSince, withGroup } from './channel-cloud'
import { scrolling } from './channel-scrolling'

const group = groupOf(caseloadOf(headOne))
const say = (line: string) => process.stdout.write(`${line}\n`)
const ms = (value: number) => `${value.toFixed(1)} ms`
const verdict = (good: boolean) => (good ? 'holds' : 'MISSED')

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await run()
  return performance.now() - from
}

/** Each in turn, so that whatever slows the machine slows all of them. */
const inTurn = async (rounds: number, runs: readonly ((round: number) => Promise<unknown>)[]) => {
  const times = runs.map(() => [] as number[])
  for (let round = -20; round < rounds; round += 1)
    for (const [at, run] of runs.entries()) {
      const took = await timed(() => run(round))
      if (round >= 0) times[at]?.push(took)
    }
  return times.map((each) => percentile(each, 0.5))
}

/** p50 of a post against one read, one add, one update; the check of the words taken off both ways. */
const postingWith = (latency: number) =>
  withGroup(30, latency, async ({ url }, owners) => {
    await db.collection('channels').add({ data: { _id: 'bench-base', last: 0 } })
    const base =
      (check: string | null, whole = false) =>
      (round: number) => {
        const id = `base-${String(check)}-${String(whole)}-${String(round)}`
        return callFunction(url, 'base', headOne, { id, check, whole })
      }
    const one = (round: number): Actor => owners[(round + 20) % owners.length] ?? headOne
    for (const owner of owners) await callAs(url, owner, 'channel.open', { channel: group, at: null })
    const [plain = 0, checked = 0, seven = 0, post = 0] = await inTurn(latency === 0 ? 300 : 100, [
      base(null),
      base(openidOf(headOne)),
      base(null, true),
      (round) => callAs(url, one(round), 'channel.post', aPosting(group, '一句平常的话')),
    ])
    const ratio = (post - (checked - plain)) / plain
    say(
      `${String(latency)} ms a trip: post ${ms(post)}, its check ${ms(checked - plain)}, read + add + update ${ms(plain)}`,
    )
    say(`  ratio ${ratio.toFixed(2)} (at most 1.3): ${verdict(ratio <= 1.3)}`)
    say(`  its seven operations alone, no code of ours: ratio ${(seven / plain).toFixed(2)}`)
  })

/** As the database answers here, and as far away as the real cloud's. */
const posting = async () => {
  await postingWith(0)
  await postingWith(15)
}

const inOrder = async (url: string, count: number) => {
  const { data } = await db
    .collection('messages')
    .where({ channel: group })
    .orderBy('seq', 'asc')
    .limit(1000)
    .get()
  const { last } = await callAs<Opened>(url, headOne, 'channel.open', { channel: group, at: null })
  return data.length === count && last === count && data.every((row, at) => row['seq'] === at + 1)
}

/** With the real cloud's round trip: fifty at once, then two hundred within ten seconds. */
const bursts = () =>
  withGroup(50, 15, async ({ url }, owners) => {
    const send = (at: number) =>
      timed(() =>
        callAs(
          url,
          owners[at % owners.length] ?? headOne,
          'channel.post',
          aPosting(group, `第${String(at)}条`),
        ),
      )
    await Promise.all(owners.map((owner) => callAs(url, owner, 'session.open', {})))
    const atOnce = await Promise.all(Array.from({ length: 50 }, (_, at) => send(at)))
    const first = percentile(atOnce, 0.95)
    say(
      `50 at once, 15 ms a trip: p95 ${ms(first)} (at most 2000), all in order: ${String(await inOrder(url, 50))}: ${verdict(first <= 2000)}`,
    )
    await wait(1_000)
    const spread = await Promise.all(
      Array.from({ length: 200 }, (_, at) => wait(at * 50).then(() => send(at + 50))),
    )
    const second = percentile(spread, 0.95)
    say(
      `200 within 10 s, 15 ms a trip: p95 ${ms(second)} (at most 2000), all in order: ${String(await inOrder(url, 250))}: ${verdict(second <= 2000)}`,
    )
  })

const manyMessages = 100_000

const fill = async () => {
  const message = (seq: number) => ({
    ...{
      _id: `${group}:${String(seq)}`,
      channel: group,
      seq,
      district: 'district-1',
      key: aKey(),
      at: MONDAY + seq,
    },
    ...{
      author: `person-${String(seq % 40)}`,
      standing: 'owner',
      shop: null,
      content: '',
      quote: null,
      mentions: [],
    },
    ...{ asks: false, body: { kind: 'text', words: `第${String(seq)}条` }, state: { kind: 'shown' } },
    ...{ changedAt: 0, owing: false, side: 'owner' },
  })
  for (let from = 1; from <= manyMessages; from += 500)
    await db.collection('messages').add({ data: Array.from({ length: 500 }, (_, at) => message(from + at)) })
  await db
    .collection('channels')
    .doc(group)
    .update({ data: { last: manyMessages } })
}

const opening = () =>
  withGroup(2, 0, async ({ url }, [owner = headOne]) => {
    const open = () => callAs<Opened>(url, owner, 'channel.open', { channel: group, at: null })
    await open()
    await fill()
    const read = await queriesSince(url, open)
    const documents = read.reduce((sum, one) => sum + one.documents, 0)
    say(
      `opening a channel with ${String(manyMessages)} messages: one call, ${String(documents)} documents examined (at most 60): ${verdict(documents <= 60)}`,
    )
  })

const unread = () =>
  withGroup(2, 0, async ({ url }) => {
    const shops = Array.from({ length: 148 }, (_, at) => aShop(`desk-${String(at)}`))
    await addShops(caseloadOf(headOne), shops)
    const channels = shops.map(deskOf)
    const district = 'district-1'
    const latest = { at: MONDAY, by: null, shopName: null, line: { kind: 'text', words: '在吗' } }
    const rest = { last: 3, latest, changedAt: 0, calledAll: 0, pins: [], own: {}, signalKey: 'none' }
    await db.collection('channels').add({ data: channels.map((_id) => ({ _id, district, ...rest })) })
    const read = await queriesSince(url, () => callAs(url, headOne, 'channel.list', {}))
    const counted = read.filter(({ collection }) => collection === 'channels' || collection === 'marks')
    const queries = counted.reduce((sum, one) => sum + one.queries, 0)
    say(`unread counts of 150 channels: ${String(queries)} queries (at most 2): ${verdict(queries <= 2)}`)
  })

/** Phones that watch the channel's signal, many to a socket's process but each with its own connection. */
const delivery = () =>
  withGroup(2, 0, async ({ url }, [owner = headOne]) => {
    const { signalKey } = await callAs<Opened>(url, headOne, 'channel.open', { channel: group, at: null })
    const members = 500
    const heard: number[] = []
    const sockets = await Promise.all(
      Array.from({ length: members }, async () => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/live`)
        await once(socket, 'open')
        const watch = {
          type: 'watch',
          id: 1,
          collection: 'signals',
          query: { _id: signalKey },
          openid: openidOf(owner),
          env,
        }
        socket.send(JSON.stringify(watch))
        await once(socket, 'message')
        return socket
      }),
    )
    const rounds: number[] = []
    for (let round = 0; round < 20; round += 1) {
      const all = Promise.all(
        sockets.map((socket) => once(socket, 'message').then(() => heard.push(performance.now()))),
      )
      const from = performance.now()
      await callAs(url, headOne, 'channel.post', aPosting(group, '大家好'))
      await all
      rounds.push(...heard.splice(0).map((at) => at - from))
    }
    for (const socket of sockets) socket.close()
    const p95 = percentile(rounds, 0.95)
    say(
      `a post to ${String(members)} live members: p95 ${ms(p95)} to all signals (at most 500): ${verdict(p95 <= 500)}`,
    )
  })

const parts: Readonly<Record<string, () => Promise<void>>> = {
  ...{ posting, bursts, opening, unread, delivery, scrolling },
}

/** `npm run bench:channel [-- PART …]`: the channel's promises, measured on this machine in one run. */
const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2)
  for (const [name, run] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) await run()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
