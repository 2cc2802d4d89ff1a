import { signalKeyOf, addPeople, as, foundDistrict, rubbish } from '../support/small-district'
import { aSubmission, sessionOf, yes } from '../support/a-submission'
import { aGrant, anActor, department, later, MONDAY, reporter } from '../support/builders'
import { db } from '../../cloudfunctions/cloud/database'
import { addOutboxEntry, findOutboxEntry } from '../../cloudfunctions/store/outbox'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { readEntries } from '../../cloudfunctions/use-cases/inbox/read'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { stepEntryId } from '../../cloudfunctions/use-cases/report/record'
import { submit } from '../../cloudfunctions/use-cases/report/submit'

const office = Array.from({ length: 30 }, (_, at) =>
  anActor(`clerk-${String(at).padStart(2, '0')}`, aGrant('handler', { kind: 'department', department })),
)

beforeAll(async () => {
  await foundDistrict()
  await addPeople(office)
})

const toldOf = async (report: string) => {
  const rows = await Promise.all(
    office.map(async (actor) => yes(await listEntries({ cursor: null }, as(actor))).rows),
  )
  return rows.map(
    (row) => row.filter(({ notice }) => notice.kind === 'report' && notice.report === report).length,
  )
}
const signalOf = async (actor: typeof reporter) => {
  const { data } = await db.collection('signals').doc(signalKeyOf(actor)).get()
  return Number(data?.['n'])
}

describe('the outbox', () => {
  it('tells the first twenty with the answer and everyone else within the minute, each exactly once', async () => {
    const { id } = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    const soon = (await toldOf(id)).filter((count) => count === 1).length
    expect(soon).toBeLessThan(30)
    expect(await deliverWaiting(later(60_000))).toMatchObject({ failed: 0 })
    expect(await toldOf(id)).toEqual(office.map(() => 1))
    const { total } = await db.collection('outbox').where({}).count()
    expect(total).toBe(0)
  })

  it('delivers again after a crash before the entry was removed, and nobody has it twice', async () => {
    const { id, number } = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    // Thirty are more than the answer waits for: the entry is still there.
    const entry = await findOutboxEntry(stepEntryId({ id, version: 1 }))
    if (!entry) throw new Error('everyone has been told already')
    await deliverWaiting(later(60_000))
    await addOutboxEntry(db, entry)
    await deliverWaiting(later(120_000))
    expect(await toldOf(id)).toEqual(office.map(() => 1))
    expect(number).toMatch(/^\d{12}$/)
  })

  it('raises the signal of whoever is told, and no one else', async () => {
    const [first] = office
    if (!first) throw new Error('nobody in the office')
    const before = [await signalOf(first), await signalOf(reporter)]
    yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    await deliverWaiting(later(60_000))
    expect(await signalOf(first)).toBeGreaterThan(before[0] ?? 0)
    expect(await signalOf(reporter)).toBe(before[1])
  })

  it('a late entry is unread, though a newer one was read meanwhile', async () => {
    const last = office.at(-1)
    if (!last) throw new Error('nobody in the office')
    yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    yes(await readEntries({ until: later(30_000) }, as(last, later(30_000))))
    await deliverWaiting(later(60_000))
    expect((await sessionOf(last)).unread).toBeGreaterThan(0)
  })

  it('an entry that cannot be told stops no other', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = { id: stepEntryId({ id: 'broken' as never, version: 1 }), at: MONDAY, audience: null }
    const rest = {
      notice: { kind: 'report', what: 'submit', report: 'broken', number: '', title: '' },
    } as const
    await addOutboxEntry(db, { ...broken, ...rest } as never)
    const { id } = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    expect((await deliverWaiting(later(60_000))).failed).toBe(1)
    expect(await toldOf(id)).toEqual(office.map(() => 1))
    // It has gone behind what comes next: however many fail, the rest is reached.
    expect((await findOutboxEntry(broken.id))?.at).toBe(later(60_000))
  })

  it('what one run of the clock has no time for is told in the next', async () => {
    const { id } = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    const waiting = await findOutboxEntry(stepEntryId({ id, version: 1 }))
    expect(await deliverWaiting(later(60_000), 0)).toEqual({ told: 0, failed: 0 })
    expect(await findOutboxEntry(stepEntryId({ id, version: 1 }))).toEqual(waiting)
    await deliverWaiting(later(120_000))
    expect(await toldOf(id)).toEqual(office.map(() => 1))
  })
})
