import type { Actor } from '#domain/actor'
import type { ReportFilter, ReportRow } from '#domain/contract/report'
import { become } from '#domain/kernel/result'
import { postOf, type Post } from '#domain/notice'
import { worksOnReports } from '#domain/permission'
import { dueOf, type Report } from '#domain/report'

import { temporaryUrls } from '../../cloud/files'
import { namesOf } from '../../store/districts'
import { cursorFrom, cursorText, type Sort } from '../../store/page'
import { listReports } from '../../store/reports'
import type { UseCase } from '../call'

const rowsPerPage = 20

/** My own reports, newest first; or the work of my posts: what waits for them by when it is due, the rest newest first. */
export const list: UseCase<'report.list'> = async ({ scope, filter, cursor }, { actor }) => {
  if (scope === 'mine') {
    const owner = { reporter: actor.id }
    const query = { owner, open: openOf(filter), sort: newestFirst }
    const page = await listReports(query, rowsPerPage, cursorFrom(cursor))
    return become({ rows: await rowsOf(page.rows), next: cursorText(page.next) })
  }
  const page = await listWork(workPosts(actor), filter, cursor)
  return become({ rows: await rowsOf(page.rows), next: page.next })
}

const newestFirst: Sort = { field: 'submittedAt', order: 'desc' }
const soonestFirst: Sort = { field: 'dueAt', order: 'asc' }

export const openOf = (filter: ReportFilter): boolean | null => (filter === 'all' ? null : filter === 'open')

/** Posts whose holders work on reports or watch over them. */
const workPosts = ({ grants }: Actor): readonly Post[] =>
  grants.filter(({ role }) => worksOnReports(role)).map(postOf)

/** One post after the other: each list runs over its own index, and the cursor names the post it stands in. */
const listWork = async (posts: readonly Post[], filter: ReportFilter, cursor: string | null) => {
  const [standing, rest] = splitCursor(cursor)
  const rows: Report[] = []
  for (const [position, post] of posts.entries()) {
    if (position < standing) continue
    const from = position === standing ? cursorFrom(rest) : null
    const page = await listReports(
      filter === 'open'
        ? { owner: { awaits: post }, open: null, sort: soonestFirst }
        : { owner: { seenBy: post }, open: openOf(filter), sort: newestFirst },
      rowsPerPage - rows.length,
      from,
    )
    rows.push(...page.rows.filter((row) => !rows.some(({ id }) => id === row.id)))
    if (page.next !== null) return { rows, next: `${String(position)}|${cursorText(page.next) ?? ''}` }
    if (rows.length >= rowsPerPage && position + 1 < posts.length)
      return { rows, next: `${String(position + 1)}|` }
  }
  return { rows, next: null }
}

const splitCursor = (cursor: string | null): readonly [number, string | null] => {
  if (cursor === null) return [0, null]
  const [position = '0', rest = ''] = cursor.split('|')
  return [Number(position) || 0, rest === '' ? null : rest]
}

const rowsOf = async (reports: readonly Report[]): Promise<readonly ReportRow[]> => {
  const covers = reports.flatMap(({ photos }) => photos.slice(0, 1))
  const categoryIds = reports.flatMap(({ category }) => category ?? [])
  const [urls, categories, cells] = await Promise.all([
    temporaryUrls(covers),
    namesOf('categories', categoryIds),
    namesOf(
      'cells',
      reports.map(({ place }) => place.cell),
    ),
  ])
  return reports.map((report) => ({
    id: report.id,
    number: report.number,
    words: report.words,
    category: report.category && (categories.get(report.category) ?? null),
    place: [cells.get(report.place.cell), report.place.spot].filter(Boolean).join(' '),
    submittedAt: report.submittedAt,
    status: report.status.kind,
    dueAt: dueOf(report.status),
    cover: urls.get(report.photos[0] ?? '') ?? null,
  }))
}
