import { list } from '../../cloudfunctions/use-cases/report/list'
import { close } from '../../cloudfunctions/use-cases/report/close'
import { confirm } from '../../cloudfunctions/use-cases/report/confirm'
import { decline } from '../../cloudfunctions/use-cases/report/decline'
import { fix } from '../../cloudfunctions/use-cases/report/fix'
import { read } from '../../cloudfunctions/use-cases/report/read'
import { reopen } from '../../cloudfunctions/use-cases/report/reopen'
import { start } from '../../cloudfunctions/use-cases/report/start'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { triage } from '../../cloudfunctions/use-cases/report/triage'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { readEntries } from '../../cloudfunctions/use-cases/inbox/read'
import { aSubmission, yes, sessionOf } from '../support/a-submission'
import {
  command,
  DAY,
  gridWorker,
  handler,
  HOUR,
  later,
  MONDAY,
  otherHandler,
  reporter,
  stranger,
  streetOfficer,
} from '../support/builders'
import { auditOf } from '../support/shop-district'
import { aKey, as, autumnCell, foundDistrict, nameOf, rubbish, water } from '../support/small-district'
import { aPhoto, handIn } from '../support/uploads'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
})

const submitted = async (given = {}) => yes(await submit(aSubmission(given), as(reporter)))
const seenBy = async (actor = reporter, id = '') => yes(await read({ id: id as never }, as(actor)))
const move = (view: { readonly id: string; readonly version: number }) => ({
  id: view.id as never,
  version: view.version,
  key: aKey(),
})

/** Walks a report to "fixed" by its department's handler. */
const fixed = async (now = MONDAY) => {
  const { id } = await submitted({ category: rubbish.id })
  const begun = yes(await start({ id, version: 1, key: aKey() }, as(handler, now)))
  const photos = await handIn(env, handler, [aPhoto(200)], as(handler, now))
  const proof = { ticket: photos.ticket, files: photos.files, words: '已清理。' }
  const done = yes(await fix({ id, version: begun.version, key: aKey(), ...proof }, as(handler, now)))
  return { id, version: done.version }
}

describe('the way of a report', () => {
  it('goes from a resident to the department, is fixed with proof, confirmed and rated', async () => {
    const { id } = await fixed()
    const view = await seenBy(reporter, id)
    expect(view.status.kind).toBe('fixed')
    expect(view.departmentName).toBe('环境卫生处')
    expect(view.timeline[0]).toMatchObject({ what: 'fix', words: '已清理。', who: nameOf(handler) })
    expect(view.timeline[0]?.photos).toHaveLength(1)
    expect(view.moves).toEqual(['confirm', 'reopen'])

    yes(await confirm({ ...move(view), rating: 5 }, as(reporter, later(HOUR))))
    expect((await seenBy(handler, id)).status).toMatchObject({
      kind: 'closed',
      verdict: 'confirmed',
      rating: 5,
    })
  })

  it('reaches the inbox of the other side at every step', async () => {
    const { id } = await fixed()
    const whatFor = async (actor = reporter) =>
      yes(await listEntries({ cursor: null }, as(actor)))
        .rows.flatMap(({ notice }) => (notice.kind === 'report' && notice.report === id ? [notice.what] : []))
        .sort()
    expect(await whatFor(reporter)).toEqual(['fix', 'start'])
    expect(await whatFor(handler)).toEqual(['submit'])
    expect(await whatFor(stranger)).toEqual([])
  })

  it('counts what is unread until it is read', async () => {
    await fixed()
    expect((await sessionOf(reporter)).unread).toBeGreaterThan(0)
    expect(yes(await readEntries({ until: later(DAY) }, as(reporter, later(HOUR)))).unread).toBe(0)
    expect((await sessionOf(reporter)).unread).toBe(0)
  })
})

describe('where a report goes', () => {
  it('without a category a grid worker of the cell sorts it first', async () => {
    const { id } = await submitted()
    const view = await seenBy(gridWorker, id)
    expect(view.status.kind).toBe('submitted')
    yes(await triage({ ...move(view), category: rubbish.id }, as(gridWorker)))
    expect((await seenBy(handler, id)).status).toMatchObject({ kind: 'dispatched', dueAt: MONDAY + 4 * HOUR })
  })

  it("a street's own line in the routing table wins over the district's", async () => {
    const place = { cell: autumnCell.id, spot: '', point: null }
    const { id } = await submitted({ category: rubbish.id, place })
    expect((await seenBy(otherHandler, id)).departmentName).toBe('水务处')
    expect(await read({ id }, as(handler))).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('a category nobody handles in that street waits for the grid worker, who is told so', async () => {
    const { id } = await submitted({ category: water.id })
    const view = await seenBy(gridWorker, id)
    expect(view.status.kind).toBe('submitted')
    expect(await triage({ ...move(view), category: water.id }, as(gridWorker))).toMatchObject({
      code: 'no-route',
    })
  })
})

describe('how a report ends', () => {
  it('is declined with a reason and a remedy, both shown to the reporter', async () => {
    const { id } = await submitted()
    const words = { reason: '不在本区。', remedy: '请拨打 12345。' }
    yes(await decline({ ...move({ id, version: 1 }), ...words }, as(gridWorker)))
    expect((await seenBy(reporter, id)).status).toMatchObject({ kind: 'declined', ...words })
  })

  it('is reopened once by right; a second time is refused', async () => {
    const first = await fixed()
    yes(await reopen({ ...move(first), words: '还有一半。' }, as(reporter)))
    const again = await seenBy(handler, first.id)
    expect(again.status.kind).toBe('dispatched')
    const begun = yes(await start(move(again), as(handler)))
    const photos = await handIn(env, handler, [aPhoto()])
    const done = { ...photos, words: '' }
    const { version } = yes(
      await fix(
        { ...move({ id: first.id, ...begun }), ticket: done.ticket, files: done.files, words: '' },
        as(handler),
      ),
    )
    expect(await reopen({ ...move({ id: first.id, version }), words: '还有。' }, as(reporter))).toMatchObject(
      {
        code: 'reopened-before',
      },
    )
  })

  it('is closed by command only after three days of silence', async () => {
    const target = await fixed()
    expect(await close(move(target), as(command, later(2 * DAY)))).toMatchObject({ code: 'not-yet-silent' })
    yes(await close(move(target), as(command, later(3 * DAY))))
    expect((await seenBy(reporter, target.id)).status).toMatchObject({ verdict: 'silent', rating: null })
  })
})

describe('what each role may see', () => {
  const rowsOf = async (actor: typeof reporter, scope: 'mine' | 'work') =>
    yes(await list({ scope, filter: 'all', cursor: null }, as(actor))).rows.map(({ id }) => String(id))

  it('the reporter, the cell, the street, the department and command; nobody else', async () => {
    const { id } = await submitted({ category: rubbish.id })
    for (const actor of [gridWorker, streetOfficer, handler, command])
      expect(await rowsOf(actor, 'work')).toContain(id)
    expect(await rowsOf(reporter, 'mine')).toContain(id)
    expect(await rowsOf(otherHandler, 'work')).not.toContain(id)
    expect(await rowsOf(stranger, 'work')).toEqual([])
    expect(await rowsOf(stranger, 'mine')).toEqual([])
  })

  it("a resident's name stands nowhere in what the office reads", async () => {
    const { id } = await submitted({ category: rubbish.id })
    const view = JSON.stringify(await seenBy(handler, id))
    expect(view).not.toContain(nameOf(reporter))
    expect(view).not.toContain(reporter.id)
  })
})

describe('the log', () => {
  it('has a line for each decision of the office, and none that says who reported', async () => {
    const { id, version } = await fixed()
    yes(await close({ id, version, key: aKey() }, as(command, later(10 * DAY))))
    const lines = await auditOf(`reports/${id}`)
    const moves = lines.map(({ by, detail }) => `${String(by)} ${(detail as { move: string }).move}`)
    expect(moves.sort()).toEqual([`${command.id} close`, `${handler.id} fix`, `${handler.id} start`].sort())
    const { id: other } = await submitted()
    const no = { id: other, version: 1, key: aKey(), reason: '属于私人场地', remedy: '请联系物业' }
    yes(await decline(no, as(gridWorker)))
    yes(await decline(no, as(gridWorker)))
    expect(await auditOf(`reports/${other}`)).toMatchObject([
      { what: 'report.moved', by: gridWorker.id, person: null, detail: { move: 'decline' }, why: no.reason },
    ])
    expect(JSON.stringify([lines, await auditOf(`reports/${other}`)])).not.toContain(reporter.id)
  })
})
