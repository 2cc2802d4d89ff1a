import fc from 'fast-check'
import {
  decideReport,
  reportMoves,
  type Report,
  type ReportCommand,
  type ReportStatusKind,
} from '#domain/report'
import { asInstant } from '#domain/kernel/instant'
import { aReport, commands, DAY, department, everyone, MONDAY, reporter, terms } from '../support/builders'

/** What each state owns, and nothing else: a fact of another state left behind fails here. */
const facts: Record<ReportStatusKind, readonly string[]> = {
  submitted: ['kind', 'dueAt'],
  dispatched: ['kind', 'department', 'dueAt'],
  inProgress: ['kind', 'department', 'handler', 'dueAt'],
  fixed: ['kind', 'department', 'handler', 'at', 'silentAt'],
  declined: ['kind', 'reason', 'remedy', 'at'],
  closed: ['kind', 'verdict', 'rating', 'department', 'at'],
}

const moves: readonly ReportCommand[] = [
  ...Object.values(commands),
  { ...commands.fix, photos: [] },
  { ...commands.decline, reason: '' },
  { move: 'confirm', rating: null },
]

/** Mostly a plausible next step by someone, now and then a stale version or a used key. */
const step = fc.record({
  command: fc.constantFrom(...moves),
  actor: fc.constantFrom(...everyone),
  wait: fc.integer({ min: 0, max: 6 * DAY }),
  offset: fc.constantFrom(0, 0, 0, 0, -1, 1),
  key: fc.string({ minLength: 8, maxLength: 8 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Half of the walks start on the way to the end, so that late states are met often. */
const walk = fc.record({
  ahead: fc.integer({ min: 0, max: 4 }),
  steps: fc.array(step, { minLength: 1, maxLength: 40 }),
})

const path = [commands.triage, commands.start, commands.fix, commands.confirm]

const startOf = (ahead: number): Report =>
  path.slice(0, ahead).reduce<Report>((report, command) => {
    for (const actor of everyone) {
      const decision = decideReport(
        report,
        { ...command, version: report.version, key: `path-${command.move}`, body: command.move },
        { actor, now: MONDAY },
        terms,
      )
      if (decision.ok) return decision.value
    }
    throw new Error(`nobody may ${command.move}`)
  }, aReport())

const attempt = (report: Report, { command, actor, offset, key }: Step, now: number) =>
  decideReport(
    report,
    { ...command, version: report.version + offset, key, body: command.move },
    { actor, now: asInstant(now) },
    terms,
  )

/** Walks and shows each attempt: the report before, the step, and what was decided. */
const follow = (
  { ahead, steps }: { readonly ahead: number; readonly steps: readonly Step[] },
  look: (before: Report, step: Step, decision: ReturnType<typeof attempt>, now: number) => void,
): void => {
  let report = startOf(ahead)
  let now: number = MONDAY
  for (const next of steps) {
    now += next.wait
    const decision = attempt(report, next, now)
    look(report, next, decision, now)
    if (decision.ok) report = decision.value
  }
}

describe('from any reachable state, whatever is sent', () => {
  it('versions go up one by one, and the history with them', () => {
    fc.assert(
      fc.property(walk, (given) => {
        follow(given, (before, _, decision) => {
          if (!decision.ok) return
          expect(decision.value.version).toBe(before.version + 1)
          expect(decision.value.history).toHaveLength(decision.value.version)
          expect(decision.value.history.slice(0, -1)).toEqual(before.history)
        })
      }),
    )
  })

  it('a state holds its own facts and no others', () => {
    fc.assert(
      fc.property(walk, (given) => {
        follow(given, (_, __, decision) => {
          if (!decision.ok) return
          const { status } = decision.value
          expect(Object.keys(status).sort()).toEqual([...facts[status.kind]].sort())
        })
      }),
    )
  })

  it('only moves of the table succeed, and only on the version their author saw', () => {
    fc.assert(
      fc.property(walk, (given) => {
        follow(given, (before, { command, offset }, decision) => {
          if (!decision.ok) return
          expect(reportMoves[command.move].from).toContain(before.status.kind)
          expect(offset).toBe(0)
        })
      }),
    )
  })

  it('a decision leaves the report it was given untouched', () => {
    fc.assert(
      fc.property(walk, (given) => {
        follow(given, (before, next, _, now) => {
          const copy = structuredClone(before)
          attempt(before, next, now)
          expect(before).toEqual(copy)
        })
      }),
    )
  })

  it('a repeat with the same key changes nothing, even with the old version', () => {
    fc.assert(
      fc.property(walk, (given) => {
        follow(given, (_, next, decision, now) => {
          if (!decision.ok) return
          expect(attempt(decision.value, { ...next, offset: -1 }, now + DAY)).toEqual(decision)
        })
      }),
    )
  })

  it('what was reported stays what it was, and once reopened is reopened for ever', () => {
    fc.assert(
      fc.property(walk, (given) => {
        let reopenings = 0
        follow(given, (before, { command }, decision) => {
          if (!decision.ok) return
          const { id, number, words, photos, place, submittedAt } = decision.value
          expect({ id, number, words, photos, place, submittedAt }).toEqual({
            id: before.id,
            number: before.number,
            words: before.words,
            photos: before.photos,
            place: before.place,
            submittedAt: before.submittedAt,
          })
          expect(decision.value.reporter).toBe(reporter.id)
          if (command.move === 'reopen') reopenings += 1
          expect(decision.value.reopened).toBe(reopenings > 0)
        })
        expect(reopenings).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('nobody but a triage chooses the department', () => {
    fc.assert(
      fc.property(walk, (given) => {
        follow(given, (_, __, decision) => {
          if (decision.ok && 'department' in decision.value.status) {
            expect(decision.value.status.department).toBe(department)
          }
        })
      }),
    )
  })

  it('the walks do reach every state', () => {
    const met = new Set<ReportStatusKind>()
    fc.assert(
      fc.property(walk, (given) => {
        follow(given, (before, _, decision) => {
          met.add(before.status.kind)
          if (decision.ok) met.add(decision.value.status.kind)
        })
      }),
      { seed: 1, numRuns: 300 },
    )
    expect([...met].sort()).toEqual(Object.keys(facts).sort())
  })
})
