import type { Actor } from '#domain/actor'
import { departmentOf, dueOf, reportMoves, type ReportMove, type ReportStatusKind } from '#domain/report'
import { maySee, movesOpenTo } from '#domain/report-access'
import * as given from '../support/builders'
import {
  aReport,
  commands,
  command,
  DAY,
  decide,
  department,
  everyone,
  gridWorker,
  handler,
  HOUR,
  later,
  MONDAY,
  moved,
  otherGridWorker,
  otherHandler,
  reporter,
  reportIn,
  stranger,
  streetOfficer,
} from '../support/builders'

const names = (actors: readonly Actor[]) => actors.map((actor) => actor.id)

/** A time at which the move may be made from the state, as far as time decides. */
const inTime = (move: ReportMove) => (move === 'close' ? later(3 * DAY) : MONDAY)

describe('who may move a report, and from where', () => {
  const allowed: Record<ReportMove, { from: ReportStatusKind[]; by: Actor[] }> = {
    triage: { from: ['submitted'], by: [gridWorker, command] },
    decline: { from: ['submitted'], by: [gridWorker, command] },
    start: { from: ['dispatched'], by: [handler] },
    fix: { from: ['inProgress'], by: [handler] },
    confirm: { from: ['fixed'], by: [reporter] },
    reopen: { from: ['fixed', 'closed'], by: [reporter] },
    close: { from: ['fixed'], by: [command] },
  }
  const cases = (Object.keys(allowed) as ReportMove[]).flatMap((move) =>
    (Object.keys(reportIn) as ReportStatusKind[]).map((kind) => ({ move, kind })),
  )

  it.each(cases)('$move on a report that is $kind', ({ move, kind }) => {
    const report = reportIn[kind]()
    const succeeded = everyone.filter((by) => decide(report, commands[move], { by, now: inTime(move) }).ok)
    expect(names(succeeded)).toEqual(allowed[move].from.includes(kind) ? names(allowed[move].by) : [])
  })

  it.each(cases)(
    'the button for $move on a report that is $kind is shown to those who may press it',
    ({ move, kind }) => {
      const report = reportIn[kind]()
      const shown = everyone.filter((by) => movesOpenTo(report, by).includes(move))
      expect(names(shown)).toEqual(allowed[move].from.includes(kind) ? names(allowed[move].by) : [])
    },
  )

  it('says not-permitted before it says anything about the state, so that a stranger learns nothing', () => {
    expect(decide(reportIn.closed(), commands.close, { by: stranger })).toEqual({
      ok: false,
      code: 'not-permitted',
    })
  })

  it('knows no move out of declined', () => {
    expect(
      Object.values(reportMoves).filter(({ from }) => (from as readonly string[]).includes('declined')),
    ).toEqual([])
  })
})

describe('the way of a report', () => {
  it('triage sends it to the department, due after the hours of its category', () => {
    const report = moved(aReport(), [commands.triage, gridWorker, later(HOUR)])
    expect(report.status).toEqual({ kind: 'dispatched', department, dueAt: later(25 * HOUR) })
    expect(report.category).toBe(commands.triage.category.id)
  })

  it('start names the handler and keeps the due time', () => {
    expect(given.aReportInProgress().status).toEqual({
      kind: 'inProgress',
      department,
      handler: handler.id,
      dueAt: later(24 * HOUR),
    })
  })

  it('fixed without a photo is not fixed', () => {
    const unproven = { ...commands.fix, photos: [] }
    expect(decide(given.aReportInProgress(), unproven, { by: handler })).toEqual({
      ok: false,
      code: 'proof-missing',
    })
  })

  it('fixed waits for the reporter for three days', () => {
    expect(given.aFixedReport().status).toEqual({
      kind: 'fixed',
      department,
      handler: handler.id,
      at: MONDAY,
      silentAt: later(3 * DAY),
    })
  })

  it.each([
    ['a reason', { ...commands.decline, reason: ' ' }],
    ['a remedy', { ...commands.decline, remedy: '\n' }],
  ])('declining needs %s', (_, blank) => {
    expect(decide(aReport(), blank, { by: gridWorker })).toEqual({ ok: false, code: 'reason-missing' })
  })

  it('a decline tells the reason and the remedy in the timeline', () => {
    const report = given.aDeclinedReport()
    expect(report.status).toEqual({
      kind: 'declined',
      reason: 'Private ground',
      remedy: 'Ask the landlord',
      at: MONDAY,
    })
    expect(report.history.at(-1)?.words).toBe('Private ground Ask the landlord')
  })

  it('confirming closes it with the rating, or with none', () => {
    expect(given.aClosedReport().status).toEqual({
      kind: 'closed',
      verdict: 'confirmed',
      rating: 5,
      department,
      at: MONDAY,
    })
    const unrated = moved(given.aFixedReport(), [{ move: 'confirm', rating: null }, reporter])
    expect(unrated.status).toMatchObject({ verdict: 'confirmed', rating: null })
  })

  it('silence closes it on the third day, not a millisecond sooner', () => {
    const fixed = given.aFixedReport()
    expect(decide(fixed, commands.close, { by: command, now: later(3 * DAY - 1) })).toEqual({
      ok: false,
      code: 'not-yet-silent',
      detail: { until: later(3 * DAY) },
    })
    expect(moved(fixed, [commands.close, command, later(3 * DAY)]).status).toEqual({
      kind: 'closed',
      verdict: 'silent',
      rating: null,
      department,
      at: later(3 * DAY),
    })
  })

  it('writes one line of the timeline for each move', () => {
    const { history } = given.aClosedReport()
    expect(history.map(({ what, by }) => [what, by])).toEqual([
      ['submit', reporter.id],
      ['triage', gridWorker.id],
      ['start', handler.id],
      ['fix', handler.id],
      ['confirm', reporter.id],
    ])
    expect(history[3]).toMatchObject({ words: 'Filled', photos: commands.fix.photos, department, at: MONDAY })
  })
})

describe('reopening', () => {
  it('goes back to the department that had it, due after the hours of its category', () => {
    const reopen = { ...commands.reopen, category: given.aCategory({ hours: 6 }) }
    const report = moved(given.aFixedReport(), [reopen, reporter, later(DAY)])
    expect(report.status).toEqual({ kind: 'dispatched', department, dueAt: later(DAY + 6 * HOUR) })
    expect(report.reopened).toBe(true)
  })

  it('takes the sorting hours where the category is unknown', () => {
    expect(moved(given.aFixedReport(), [commands.reopen, reporter]).status).toMatchObject({
      dueAt: later(4 * HOUR),
    })
  })

  it('is a right for ten days after it closed, and not a millisecond longer', () => {
    const closed = given.aClosedReport()
    expect(decide(closed, commands.reopen, { by: reporter, now: later(10 * DAY) }).ok).toBe(true)
    expect(decide(closed, commands.reopen, { by: reporter, now: later(10 * DAY + 1) })).toEqual({
      ok: false,
      code: 'reopen-too-late',
    })
  })

  it('is a right once', () => {
    const again = moved(
      given.aFixedReport(),
      [commands.reopen, reporter],
      [commands.start, handler],
      [commands.fix, handler],
    )
    expect(decide(again, commands.reopen, { by: reporter })).toEqual({ ok: false, code: 'reopened-before' })
  })

  it('needs words', () => {
    expect(decide(given.aFixedReport(), { ...commands.reopen, words: ' ' }, { by: reporter })).toEqual({
      ok: false,
      code: 'reason-missing',
    })
  })
})

describe('versions and keys', () => {
  it('a command that saw another version is stale, in both directions', () => {
    const report = given.aDispatchedReport()
    for (const version of [report.version - 1, report.version + 1]) {
      expect(decide(report, commands.start, { by: handler, version })).toEqual({ ok: false, code: 'stale' })
    }
  })

  it('the same key with another body, or for another move, is refused and changes nothing', () => {
    const once = decide(given.aDispatchedReport(), commands.start, { by: handler, key: 'one-key' })
    if (!once.ok) throw new Error(once.code)
    const other = decide(once.value, commands.fix, { by: handler, key: 'one-key' })
    expect(other).toEqual({ ok: false, code: 'key-reused' })
  })

  it('words beyond the limit are refused', () => {
    const long = { ...commands.fix, words: '长'.repeat(501) }
    expect(decide(given.aReportInProgress(), long, { by: handler })).toMatchObject({
      ok: false,
      code: 'words-too-long',
    })
  })

  it('a repeat by its own key gets the first answer, though the state has moved on', () => {
    const once = decide(given.aDispatchedReport(), commands.start, { by: handler, key: 'k' })
    if (!once.ok) throw new Error(once.code)
    const twice = decide(once.value, commands.start, {
      by: handler,
      key: 'k',
      version: once.value.version - 1,
    })
    expect(twice).toEqual(once)
  })

  it("somebody else's key opens nothing", () => {
    const report = moved(given.aReport(), [commands.triage, gridWorker])
    const key = report.history.at(-1)?.key ?? ''
    expect(decide(report, commands.triage, { by: stranger, key })).toEqual({
      ok: false,
      code: 'not-permitted',
    })
  })
})

describe('who sees a report', () => {
  it('while nobody has sorted it: its reporter, its cell, its street, the command centre', () => {
    expect(names(everyone.filter((actor) => maySee(aReport(), actor)))).toEqual(
      names([reporter, gridWorker, streetOfficer, command]),
    )
  })

  it.each(['dispatched', 'inProgress', 'fixed', 'closed'] as const)('%s: its department too', (kind) => {
    expect(names(everyone.filter((actor) => maySee(reportIn[kind](), actor)))).toEqual(
      names([reporter, gridWorker, handler, streetOfficer, command]),
    )
  })

  it('whoever may move it also sees it', () => {
    for (const report of Object.values(reportIn).map((build) => build())) {
      for (const actor of [...everyone, otherGridWorker, otherHandler]) {
        if (movesOpenTo(report, actor).length > 0) expect(maySee(report, actor)).toBe(true)
      }
    }
  })

  it('no department has a report before the first dispatch, nor after a decline', () => {
    expect(departmentOf(aReport().status)).toBeNull()
    expect(departmentOf(given.aDeclinedReport().status)).toBeNull()
  })
})

describe('when the next step is due', () => {
  it('an open report at its due time, a fixed one when silence ends the waiting, an ended one never', () => {
    expect(dueOf(aReport().status)).toBe(later(4 * HOUR))
    expect(dueOf(given.aDispatchedReport().status)).toBe(later(24 * HOUR))
    expect(dueOf(given.aReportInProgress().status)).toBe(later(24 * HOUR))
    expect(dueOf(given.aFixedReport().status)).toBe(later(3 * DAY))
    expect(dueOf(given.aDeclinedReport().status)).toBeNull()
    expect(dueOf(given.aClosedReport().status)).toBeNull()
  })
})
