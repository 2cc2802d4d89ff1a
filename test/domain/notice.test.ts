import { audienceOf, postsOf, postsSeeing } from '#domain/notice'
import { maySee } from '#domain/report-access'
import {
  aGrant,
  aReport,
  cell,
  commands,
  department,
  everyone,
  gridWorker,
  handler,
  moved,
  otherHandler,
  reporter,
  reportIn,
} from '../support/builders'

const byOffice = `handler:${department}`
const byCell = `grid:${cell}`

const audienceOfLast = (report: ReturnType<typeof aReport>) => {
  const last = report.history.at(-1)
  if (!last) throw new Error('a report has a history')
  return audienceOf(report, last)
}

describe('the posts that see a report', () => {
  it.each(Object.entries(reportIn))(
    '%s: whoever holds one of them may see it, and no other but its reporter',
    (_, build) => {
      const report = build()
      for (const actor of everyone) {
        const holds = postsOf(actor.grants).some((post) => postsSeeing(report).includes(post))
        expect(maySee(report, actor)).toBe(holds || actor.id === reporter.id)
      }
    },
  )

  it('two equal grants are one post', () => {
    expect(postsOf([...handler.grants, ...handler.grants, ...otherHandler.grants])).toEqual([
      byOffice,
      'handler:department-water',
    ])
  })

  it('names the scope of every kind', () => {
    expect(postsOf([aGrant('command'), ...gridWorker.grants])).toEqual(['command:district-north', byCell])
  })
})

describe('who hears of a step', () => {
  it('a new report: the grid worker of its cell, or its department where it has one', () => {
    expect(audienceOfLast(aReport())).toEqual({ persons: [], posts: [byCell], except: reporter.id })
    expect(audienceOfLast(aReport({ category: commands.triage.category, department }))).toMatchObject({
      posts: [byOffice],
    })
  })

  it('what the office did: the reporter, and after a triage the department', () => {
    expect(audienceOfLast(reportIn.dispatched())).toEqual({
      persons: [reporter.id],
      posts: [byOffice],
      except: gridWorker.id,
    })
    for (const build of [reportIn.inProgress, reportIn.fixed, reportIn.declined]) {
      expect(audienceOfLast(build())).toMatchObject({ persons: [reporter.id], posts: [] })
    }
  })

  it('what the reporter answered: the department', () => {
    const answered = { persons: [], posts: [byOffice], except: reporter.id }
    expect(audienceOfLast(reportIn.closed())).toEqual(answered)
    expect(audienceOfLast(moved(reportIn.fixed(), [commands.reopen, reporter]))).toEqual(answered)
  })
})
