import type { Actor, Grant, Role, Scope } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import { asInstant, type Instant } from '#domain/kernel/instant'
import type { Cell, Place } from '#domain/place'
import { decideReport, type Report, type ReportCommand, type ReportTerms } from '#domain/report'
import type { Category } from '#domain/routing'
import { submitReport, type Submission } from '#domain/submission'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A Monday morning in Shanghai; tests count from it. */
export const MONDAY = asInstant(Date.UTC(2026, 10, 23, 1))
export const later = (milliseconds: number, from: Instant = MONDAY): Instant => asInstant(from + milliseconds)

export const terms: ReportTerms = { triageHours: 4, silentDays: 3, reopenDays: 10 }

export const street = asId<'street'>('street-spring')
export const otherStreet = asId<'street'>('street-autumn')
export const cell = asId<'cell'>('cell-spring-3')
const otherCell = asId<'cell'>('cell-autumn-1')
export const department = asId<'department'>('department-roads')
export const otherDepartment = asId<'department'>('department-water')

export const aCell = (given: Partial<Cell> = {}): Cell => ({
  id: cell,
  street,
  name: 'Spring, third cell',
  centre: { lng: 125.3, lat: 43.9 },
  ...given,
})

const aPlace = (given: Partial<Place> = {}): Place => ({
  cell,
  street,
  spot: 'at the east gate',
  point: null,
  ...given,
})

export const aCategory = (given: Partial<Category> = {}): Category => ({
  id: asId<'category'>('category-pothole'),
  name: 'Pothole',
  hours: 24,
  ...given,
})

export const district = asId<'district'>('district-north')
const otherDistrict = asId<'district'>('district-south')

export const aGrant = (role: Role, scope: Scope = { kind: 'district', district }): Grant => ({ role, scope })

export const anActor = (name: string, ...grants: readonly Grant[]): Actor => ({
  id: asId<'person'>(`person-${name}`),
  district,
  grants,
})

/** The people of the tests, each with exactly the grant that the name says. */
export const reporter = anActor('reporter')
export const stranger = anActor('stranger')
export const gridWorker = anActor('grid-worker', aGrant('grid', { kind: 'cell', cell }))
export const otherGridWorker = anActor('other-grid-worker', aGrant('grid', { kind: 'cell', cell: otherCell }))
export const handler = anActor('handler', aGrant('handler', { kind: 'department', department }))
export const otherHandler = anActor(
  'other-handler',
  aGrant('handler', { kind: 'department', department: otherDepartment }),
)
export const streetOfficer = anActor('street-officer', aGrant('street', { kind: 'street', street }))
const otherStreetOfficer = anActor(
  'other-street-officer',
  aGrant('street', { kind: 'street', street: otherStreet }),
)
export const command = anActor('command', aGrant('command'))
export const otherCommand = anActor(
  'other-command',
  aGrant('command', { kind: 'district', district: otherDistrict }),
)
export const everyone: readonly Actor[] = [
  reporter,
  stranger,
  gridWorker,
  otherGridWorker,
  handler,
  otherHandler,
  streetOfficer,
  otherStreetOfficer,
  command,
  otherCommand,
]

export const photo = (name: string): Id<'photo'> => asId<'photo'>(`kept/district-north/${name}`)

export const aSubmission = (given: Partial<Submission> = {}): Submission => ({
  id: asId<'report'>('report-1'),
  key: 'key-submit',
  number: 'N-0001',
  words: 'A pothole before the shop',
  photos: [],
  place: aPlace(),
  category: null,
  department: null,
  ...given,
})

/** A report as the reporter just sent it: nobody has sorted it yet. */
export const aReport = (given: Partial<Submission> = {}, now: Instant = MONDAY): Report =>
  submitReport(aSubmission(given), { actor: reporter, now }, terms)

export const commands = {
  triage: { move: 'triage', category: aCategory(), department },
  decline: { move: 'decline', reason: 'Private ground', remedy: 'Ask the landlord' },
  start: { move: 'start' },
  fix: { move: 'fix', words: 'Filled', photos: [photo('after')] },
  confirm: { move: 'confirm', rating: 5 },
  reopen: { move: 'reopen', words: 'It broke again', category: null },
  close: { move: 'close' },
} as const satisfies { readonly [M in ReportCommand['move']]: Extract<ReportCommand, { move: M }> }

interface Given {
  readonly by: Actor
  readonly now?: Instant
  readonly version?: number
  readonly key?: string
  readonly body?: string
}

/** One move as its author would send it: the version just seen, and a key of its own. */
export const decide = (report: Report, given: ReportCommand, { by, now, version, key, body }: Given) =>
  decideReport(
    report,
    {
      ...given,
      version: version ?? report.version,
      key: key ?? `key-${given.move}-${String(report.version)}`,
      body: body ?? given.move,
    },
    { actor: by, now: now ?? MONDAY },
    terms,
  )

/** Moves a report along; throws where a rule says no, since the test took it for granted. */
export const moved = (
  report: Report,
  ...steps: readonly (readonly [ReportCommand, Actor, Instant?])[]
): Report =>
  steps.reduce((before, [given, by, now]) => {
    const decision = decide(before, given, now === undefined ? { by } : { by, now })
    if (!decision.ok) throw new Error(`${given.move} was refused: ${decision.code}`)
    return decision.value
  }, report)

export const aDispatchedReport = (): Report => moved(aReport(), [commands.triage, gridWorker])
export const aReportInProgress = (): Report => moved(aDispatchedReport(), [commands.start, handler])
export const aFixedReport = (): Report => moved(aReportInProgress(), [commands.fix, handler])
export const aDeclinedReport = (): Report => moved(aReport(), [commands.decline, gridWorker])
export const aClosedReport = (): Report => moved(aFixedReport(), [commands.confirm, reporter])

/** One report in each state, by the shortest way there. */
export const reportIn = {
  submitted: aReport,
  dispatched: aDispatchedReport,
  inProgress: aReportInProgress,
  fixed: aFixedReport,
  declined: aDeclinedReport,
  closed: aClosedReport,
} as const satisfies Record<Report['status']['kind'], () => Report>
