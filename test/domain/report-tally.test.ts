import fc from 'fast-check'
import { dayOf } from '#domain/kernel/day'
import { publicPart } from '#domain/report-access'
import { changesTally, emptyTally, figuresOf, latelyDays, tallied, type Tally } from '#domain/report-tally'
import type { Report } from '#domain/report'
import {
  aClosedReport,
  aDeclinedReport,
  aFixedReport,
  aReport,
  commands,
  DAY,
  later,
  MONDAY,
  moved,
  photo,
  reporter,
  reportIn,
} from '../support/builders'

describe('what is public of a report', () => {
  it('is its kind, its cell, how it stands and the day, and nothing else', () => {
    const report = aReport({ photos: [photo('before')] }, later(5 * 3_600_000))
    expect(publicPart(report)).toEqual({
      id: report.id,
      category: null,
      cell: report.place.cell,
      status: 'submitted',
      day: '2026-11-23',
    })
  })

  it.each(Object.entries(reportIn))(
    'of one that is %s says no words, no picture, no spot, nobody',
    (_, make) => {
      const report = make()
      const words = JSON.stringify(publicPart(report))
      const hidden = [report.words, report.place.spot, report.number, report.reporter]
      const steps = report.history.flatMap((event) => [event.by, event.words, ...event.photos])
      for (const part of [...hidden, ...steps].filter((one) => one !== '')) expect(words).not.toContain(part)
    },
  )

  it('is nothing where it was declined', () => {
    expect(publicPart(aDeclinedReport())).toBeNull()
  })
})

const tallyOf = (steps: readonly (readonly [Report | null, Report, number])[]): Tally =>
  steps.reduce((tally, [before, after, at]) => tallied(tally, before, after, later(at)), emptyTally)

describe('a street’s tally', () => {
  it('counts a report while it is open, and then on the day it was closed', () => {
    const open = aFixedReport()
    const closed = aClosedReport()
    expect(figuresOf([tallyOf([[null, open, 0]])], MONDAY)).toEqual({ open: 1, closedLately: 0 })
    const both = tallyOf([
      [null, open, 0],
      [open, closed, 0],
    ])
    expect(figuresOf([both], MONDAY)).toEqual({ open: 0, closedLately: 1 })
  })

  it('a closed report that is opened again is open, and was not closed', () => {
    const closed = aClosedReport()
    const again = moved(closed, [commands.reopen, reporter])
    const tally = tallied(tallied(emptyTally, null, closed, MONDAY), closed, again, MONDAY)
    expect(figuresOf([tally], MONDAY)).toEqual({ open: 1, closedLately: 0 })
  })

  it('a declined one counts nowhere', () => {
    const sent = aReport()
    const tally = tallyOf([
      [null, sent, 0],
      [sent, aDeclinedReport(), 0],
    ])
    expect(figuresOf([tally], MONDAY)).toEqual({ open: 0, closedLately: 0 })
  })

  it('thirty days are today and the twenty-nine before', () => {
    const tally = tallied(emptyTally, null, aClosedReport(), MONDAY)
    expect(figuresOf([tally], later((latelyDays - 1) * DAY)).closedLately).toBe(1)
    expect(figuresOf([tally], later(latelyDays * DAY)).closedLately).toBe(0)
  })

  it('says that nothing changes exactly where it stays as it was, and is never below nothing', () => {
    const states = fc.constantFrom(...Object.values(reportIn))
    fc.assert(
      fc.property(fc.array(states, { minLength: 1, maxLength: 8 }), (makers) => {
        let tally = emptyTally
        let before: Report | null = null
        for (const make of makers) {
          const after: Report = make()
          const next = tallied(tally, before, after, MONDAY)
          if (!changesTally(before, after)) expect(next).toEqual(tally)
          tally = next
          before = after
        }
        const open = before?.status.kind !== 'closed' && before?.status.kind !== 'declined'
        expect(figuresOf([tally], MONDAY)).toEqual({
          open: open ? 1 : 0,
          closedLately: before?.status.kind === 'closed' ? 1 : 0,
        })
      }),
    )
  })

  it('forgets the days that are over, so that it never grows', () => {
    const days = Array.from({ length: 100 }, (_, at) => at)
    const tally = days.reduce((sum, at) => {
      const closed = {
        ...aClosedReport(),
        status: { ...aClosedReport().status, at: later(at * DAY) },
      } as Report
      return tallied(sum, null, closed, later(at * DAY))
    }, emptyTally)
    expect(Object.keys(tally.closed)).toHaveLength(latelyDays)
    expect(tally.closed[dayOf(later(99 * DAY))]).toBe(1)
  })
})
