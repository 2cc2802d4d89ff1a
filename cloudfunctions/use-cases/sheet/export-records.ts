import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'

import { listAudit } from '../../store/audit'
import { findCaseloads, listHandOvers } from '../../store/caseloads'
import { cursorFrom, cursorText } from '../../store/page'
import { findNames } from '../../store/people'
import { findImport, listProblems } from '../../store/sheets'
import { db } from '../../cloud/database'
import { nameHolders } from '../caseload/names'
import type { ExportSource } from './export-sources'
import { passOf } from './read'
import {
  actWords,
  auditHeadings,
  faultWords,
  handOverHeadings,
  handOverWords,
  nobody,
  problemHeadings,
} from './words'

const rowsPerPage = 100

const BEIJING = 8 * 3_600_000
export const momentText = (at: Instant): string =>
  new Date(at + BEIJING).toISOString().slice(0, 16).replace('T', ' ')

const detailText = (detail: Readonly<Record<string, string | number>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')

/** Newest first. */
export const auditSource = (district: Id<'district'>): ExportSource => ({
  headings: auditHeadings,
  page: async (cursor) => {
    const page = await listAudit(district, {}, rowsPerPage, cursorFrom(cursor))
    const names = await findNames(page.rows.flatMap(({ by, person }) => [by ?? [], person ?? []].flat()))
    const nameOf = (id: Id<'person'>) => names.get(id) ?? nobody.gone
    const rows = page.rows.map(({ at, what, by, subject, person, detail, why }) => [
      ...[momentText(at), actWords[what], by === null ? nobody.clock : nameOf(by), subject],
      ...[person === null ? '' : nameOf(person), detailText(detail), why],
    ])
    return { rows, next: cursorText(page.next) }
  },
})

export const handOverSource = (district: Id<'district'>): ExportSource => ({
  headings: handOverHeadings,
  page: async (cursor) => {
    const page = await listHandOvers(district, null, rowsPerPage, cursorFrom(cursor))
    const [caseloads, people] = await Promise.all([
      findCaseloads(page.rows.flatMap(({ from, to }) => [from, to])),
      findNames(page.rows.map(({ by }) => by)),
    ])
    const namesFor = await nameHolders(caseloads)
    const names = new Map(caseloads.map(({ id, holder }) => [id, namesFor(holder).name]))
    const rows = page.rows.map(({ at, from, to, shops, by, status }) => [
      ...[momentText(at), names.get(from) ?? '', names.get(to) ?? '', shops.length],
      ...[people.get(by) ?? nobody.gone, handOverWords[status.kind]],
    ])
    return { rows, next: cursorText(page.next) }
  },
})

export const problemSource = (of: Id<'import'> | null): ExportSource => ({
  headings: problemHeadings,
  page: async (cursor) => {
    const source = of && (await findImport(db, of))
    if (!source) return { rows: [], next: null }
    const page = await listProblems(source.id, passOf(source), rowsPerPage, cursorFrom(cursor))
    const rows = page.rows.map(({ sheet, row, column, fault, found }) => [
      ...[sheet, row, column, faultWords[fault], found],
    ])
    return { rows, next: cursorText(page.next) }
  },
})
