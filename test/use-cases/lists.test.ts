import { list } from '../../cloudfunctions/use-cases/report/list'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { aSubmission, yes } from '../support/a-submission'
import {
  aGrant,
  anActor,
  command,
  gridWorker,
  handler,
  later,
  reporter,
  street,
  cell,
} from '../support/builders'
import { addPeople, as, cloudUrl, foundDistrict, rubbish } from '../support/small-district'

const twoPosts = anActor(
  'two-posts',
  aGrant('grid', { kind: 'cell', cell }),
  aGrant('street', { kind: 'street', street }),
)
const total = 47
/** as many in one moment as a large import brings: more than two pages */
const atOnce = 45
const neighbour = anActor('neighbour')
let env = ''

beforeAll(async () => {
  env = await foundDistrict()
  await addPeople([twoPosts, neighbour])
  for (let at = 0; at < total; at += 1) {
    // Three at each moment: the cursor has ties to get right.
    const now = later(Math.floor(at / 3) * 60_000)
    yes(await submit(aSubmission({ category: at % 2 === 0 ? rubbish.id : null }), as(reporter, now)))
  }
})

type ListInput = Parameters<typeof list>[0]

const walk = async (actor: typeof reporter, input: Omit<ListInput, 'cursor'>) => {
  const pages = []
  for (let cursor: string | null = null; ;) {
    const page: {
      rows: readonly { id: string; dueAt: number | null; submittedAt: number }[]
      next: string | null
    } = yes(await list({ ...input, cursor }, as(actor)))
    pages.push(page.rows)
    if (page.next === null) return pages
    cursor = page.next
  }
}

const examined = async () => {
  const answer = await fetch(`${cloudUrl()}/debug/counters?env=${env}`)
  const { collections } = (await answer.json()) as {
    collections: readonly { env: string; collection: string; documents: number }[]
  }
  return collections.find((one) => one.env === env && one.collection === 'reports')?.documents ?? Number.NaN
}

describe('lists', () => {
  it('every page together is everything once, newest first', async () => {
    const pages = await walk(reporter, { scope: 'mine', filter: 'all' })
    const rows = pages.flat()
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 7])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(total)
    const times = rows.map(({ submittedAt }) => submittedAt)
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  it('open work comes by when it is due', async () => {
    const rows = (await walk(handler, { scope: 'work', filter: 'open' })).flat()
    const due = rows.map(({ dueAt }) => dueAt ?? 0)
    expect(rows).toHaveLength(Math.ceil(total / 2))
    expect(due).toEqual([...due].sort((a, b) => a - b))
  })

  it('whoever holds two posts over the same place sees every report of it', async () => {
    const seen = new Set((await walk(twoPosts, { scope: 'work', filter: 'all' })).flat().map(({ id }) => id))
    expect(seen.size).toBe(total)
  })

  it('rows of one moment are walked page by page, each once, examining no more than a page', async () => {
    const answers = await Promise.all(
      Array.from({ length: atOnce }, () => submit(aSubmission({}), as(neighbour, later(1)))),
    )
    answers.forEach(yes)
    const pages = await walk(neighbour, { scope: 'mine', filter: 'all' })
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5])
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(atOnce)
    const before = await examined()
    const { next } = yes(await list({ scope: 'mine', filter: 'all', cursor: null }, as(neighbour)))
    await list({ scope: 'mine', filter: 'all', cursor: next }, as(neighbour))
    expect((await examined()) - before).toBeLessThanOrEqual(2 * 21)
  })

  it('a cursor that is none of ours starts at the beginning', async () => {
    const page = yes(await list({ scope: 'mine', filter: 'all', cursor: 'x~y' }, as(reporter)))
    expect(page.rows).toHaveLength(20)
  })

  it('no list examines more than about what it returns', async () => {
    for (const [actor, scope] of [
      [reporter, 'mine'],
      [gridWorker, 'work'],
      [handler, 'work'],
      [command, 'work'],
    ] as const)
      for (const filter of ['open', 'ended', 'all'] as const) {
        const before = await examined()
        await list({ scope, filter, cursor: null }, as(actor))
        expect((await examined()) - before).toBeLessThanOrEqual(21)
      }
  })
})
