import type { Actor } from '#domain/actor'
import { asId } from '#domain/kernel/id'
import { publicPart } from '#domain/report-access'

import { db } from '../../cloudfunctions/cloud/database'
import { findReport } from '../../cloudfunctions/store/reports'
import { readFigures } from '../../cloudfunctions/store/street-tallies'
import { confirm } from '../../cloudfunctions/use-cases/report/confirm'
import { decline } from '../../cloudfunctions/use-cases/report/decline'
import { fix } from '../../cloudfunctions/use-cases/report/fix'
import { reopen } from '../../cloudfunctions/use-cases/report/reopen'
import { start } from '../../cloudfunctions/use-cases/report/start'
import { street as readStreet } from '../../cloudfunctions/use-cases/report/street'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { aSubmission, yes } from '../support/a-submission'
import {
  anActor,
  DAY,
  everyone,
  gridWorker,
  handler,
  HOUR,
  later,
  MONDAY,
  otherStreet,
  reporter,
  stranger,
  street,
} from '../support/builders'
import {
  addPeople,
  aKey,
  as,
  autumnCell,
  cloudUrl,
  foundDistrict,
  openidOf,
  rubbish,
} from '../support/small-district'
import { aPhoto, handIn } from '../support/uploads'

const newcomer = anActor('newcomer')
const words = '三楼老李家门口的鞋柜挡住了消防通道'
const spot = '7号楼2单元东侧'

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addPeople([newcomer])
})

const sent = async (given: Parameters<typeof aSubmission>[0] = {}, now = MONDAY, by: Actor = reporter) =>
  yes(await submit(aSubmission({ category: rubbish.id, ...given }), as(by, now))).id

const look = async (actor: Actor = stranger, filter: 'open' | 'ended' | 'all' = 'all', now = MONDAY) =>
  yes(await readStreet({ street, filter, cursor: null }, as(actor, now)))

const declined = (id: Awaited<ReturnType<typeof sent>>) =>
  decline({ id, version: 1, key: aKey(), reason: '私人场地', remedy: '请找物业' }, as(gridWorker))

const fixed = async (id: Awaited<ReturnType<typeof sent>>) => {
  yes(await start({ id, version: 1, key: aKey() }, as(handler)))
  const photos = await handIn(env, handler, [aPhoto(4)])
  yes(await fix({ id, version: 2, key: aKey(), words: '老李已把鞋柜搬走', ...photos }, as(handler)))
}

const closed = async (id: Awaited<ReturnType<typeof sent>>) => {
  await fixed(id)
  yes(await confirm({ id, version: 3, key: aKey(), rating: 5 }, as(reporter)))
}

describe('a street’s public reports', () => {
  it('say what kind, which cell, how it stands and which day', async () => {
    const id = await sent({ place: { cell: aSubmission().place.cell, spot, point: null } })
    expect(await look()).toEqual({
      of: { id: street, name: '迎春街道', open: 1, closedLately: 0 },
      rows: [{ id, category: '暴露垃圾', cell: '迎春社区', status: 'dispatched', day: '2026-11-23' }],
      next: null,
    })
  })

  it('hold nothing of the reporter: no words, spot, picture, number or moment, in any state', async () => {
    const point = { lng: 125.4321, lat: 43.8765 }
    const photos = await handIn(env, reporter, [aPhoto(1)])
    const place = { cell: aSubmission().place.cell, spot, point }
    const id = await sent({ words, place, ...photos }, later(1_234_567))
    const secret = async () => {
      const found = await findReport(db, id)
      if (!found) throw new Error('no report')
      const { reporter: by, number, submittedAt, history, photos: kept } = found.report
      const steps = history.flatMap((event) => [
        event.by,
        event.words,
        String(event.at),
        event.key,
        ...event.photos,
      ])
      const self = [openidOf(reporter), words, spot, '125.43', '43.87', number, String(submittedAt), by]
      return [...self, ...kept, 'http', '13000000000', '老李', ...steps].filter((part) => part !== '')
    }
    const reply = async () => JSON.stringify(await look(stranger, 'all', later(2 * HOUR)))
    for (const text of await secret()) expect(await reply()).not.toContain(text)
    await closed(id)
    for (const text of await secret()) expect(await reply()).not.toContain(text)
  })

  it('a declined one is not listed and not counted', async () => {
    const id = await sent({ category: null })
    expect((await look()).rows).toHaveLength(1)
    yes(await declined(id))
    expect(await look()).toMatchObject({ of: { open: 0, closedLately: 0 }, rows: [] })
  })

  it('other streets’ reports stand in their own lists', async () => {
    await sent({ place: { cell: autumnCell.id, spot: '', point: null } })
    expect(await look()).toMatchObject({ of: { open: 0 }, rows: [] })
    const other = yes(await readStreet({ street: otherStreet, filter: 'all', cursor: null }, as(stranger)))
    expect(other).toMatchObject({ of: { name: '秋实街道', open: 1 }, rows: [{ cell: '秋实社区' }] })
  })

  it('the open ones and the ended ones each have their list', async () => {
    const done = await sent()
    const open = await sent()
    await closed(done)
    expect((await look(stranger, 'open')).rows.map(({ id }) => id)).toEqual([open])
    expect((await look(stranger, 'ended')).rows.map(({ id }) => id)).toEqual([done])
    expect((await look()).of).toMatchObject({ open: 1, closedLately: 1 })
  })
})

describe('who may read a street', () => {
  it('everyone of the district; without one named, the street they last reported in', async () => {
    await sent({ place: { cell: autumnCell.id, spot: '', point: null } }, MONDAY)
    await sent({}, later(HOUR))
    const own = yes(
      await readStreet({ street: null, filter: 'all', cursor: null }, as(reporter, later(HOUR))),
    )
    expect(own.of?.id).toBe(street)
    const none = yes(await readStreet({ street: null, filter: 'all', cursor: null }, as(newcomer)))
    expect(none).toEqual({ of: null, rows: [], next: null })
    for (const actor of everyone) expect((await look(actor)).of?.name).toBe('迎春街道')
  })

  it('another district’s street answers like one that does not exist', async () => {
    const foreign = asId<'street'>('street-south')
    await db.collection('streets').add({
      data: { _id: foreign, district: 'district-south', position: 0, name: '南街道' },
    })
    for (const id of [foreign, asId<'street'>('no-such-street')])
      expect(await readStreet({ street: id, filter: 'all', cursor: null }, as(stranger))).toMatchObject({
        ok: false,
        code: 'not-found',
      })
    const south = { ...stranger, district: asId<'district'>('district-south') }
    expect(await readStreet({ street, filter: 'all', cursor: null }, as(south))).toMatchObject({
      code: 'not-found',
    })
  })

  it('a visitor is asked to agree first', async () => {
    const answer = await fetch(`${cloudUrl()}/call/api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': 'open-nobody' },
      body: JSON.stringify({ endpoint: 'report.street', input: { street, filter: 'all', cursor: null } }),
    })
    expect(await answer.json()).toMatchObject({ result: { reply: { code: 'consent-needed' } } })
  })
})

describe('a street’s figures', () => {
  it('a step sent twice counts once', async () => {
    const submission = aSubmission({ category: rubbish.id })
    const first = yes(await submit(submission, as(reporter)))
    yes(await submit(submission, as(reporter)))
    await fixed(first.id)
    const answer = { id: first.id, version: 3, key: aKey(), rating: null }
    yes(await confirm(answer, as(reporter)))
    yes(await confirm(answer, as(reporter)))
    expect((await look()).of).toMatchObject({ open: 0, closedLately: 1 })
  })

  it('what is opened again is open', async () => {
    const id = await sent()
    await closed(id)
    yes(await reopen({ id, version: 4, key: aKey(), words: '又堆上了' }, as(reporter, later(DAY))))
    expect((await look()).of).toMatchObject({ open: 1, closedLately: 0 })
  })

  it('what was closed more than thirty days ago is no longer counted', async () => {
    await closed(await sent())
    expect(await readFigures(street, later(29 * DAY))).toEqual({ open: 0, closedLately: 1 })
    expect(await readFigures(street, later(30 * DAY))).toEqual({ open: 0, closedLately: 0 })
  })

  it('many at the same time are all counted, as a recount finds them', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => sent({ category: null })))
    await Promise.all(ids.slice(0, 15).map(async (id) => yes(await declined(id))))
    const reports = await Promise.all(ids.map((id) => findReport(db, id)))
    const open = reports.filter((found) => found && publicPart(found.report)).length
    expect(open).toBe(25)
    expect((await look()).of).toMatchObject({ open, closedLately: 0 })
  })
})

describe('reading it', () => {
  const examined = async () => {
    const answer = await fetch(`${cloudUrl()}/debug/counters?env=${env}`)
    const { collections } = (await answer.json()) as {
      collections: readonly { env: string; collection: string; documents: number }[]
    }
    const here = collections.filter((one) => one.env === env)
    return (name: string) => here.find(({ collection }) => collection === name)?.documents ?? 0
  }

  it('every page together is everything once, newest day first, examining no more than a page and the parts', async () => {
    for (let at = 0; at < 45; at += 1)
      await sent({ category: null }, later(Math.floor(at / 15) * DAY + at * 60_000))
    const rows = []
    for (let cursor: string | null = null; ;) {
      const before = await examined()
      const page: Awaited<ReturnType<typeof look>> = yes(
        await readStreet({ street, filter: 'open', cursor }, as(stranger, later(3 * DAY))),
      )
      const after = await examined()
      expect(after('reports') - before('reports')).toBeLessThanOrEqual(21)
      expect(after('streetTallies') - before('streetTallies')).toBeLessThanOrEqual(8)
      rows.push(...page.rows)
      if (page.next === null) break
      cursor = page.next
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(45)
    const days = rows.map(({ day }) => day)
    expect(days).toEqual([...days].sort().reverse())
    expect(new Set(days).size).toBe(3)
  })
})
