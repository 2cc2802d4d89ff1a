import type { Actor } from '#domain/actor'
import { postOf } from '#domain/notice'
import { maskName, maskPhone } from '#domain/person'
import { dueOf, type Report } from '#domain/report'
import type { Complaint } from '#domain/complaint'
import type { TreeNode, TreePerson } from '#domain/contract/caseload'
import type { Instant } from '#domain/kernel/instant'
import type { ExportKind, SheetKind } from '#domain/sheet'

import { db } from '../../cloud/database'
import { listCaseloads } from '../../store/caseloads'
import { listClaims } from '../../store/claims'
import { listComplaintsIn } from '../../store/complaints'
import { listStreets, namesOf } from '../../store/districts'
import { cursorFrom, cursorText } from '../../store/page'
import { findIdentities, findNames } from '../../store/people'
import { findReport, listReports } from '../../store/reports'
import { listImports } from '../../store/sheets'
import { findShops, listShopsByNumber } from '../../store/shops'
import { nameHolders } from '../caseload/names'
import { readTree } from '../caseload/tree'
import { momentText } from './export-records'
import type { Asked, ExportRow, ExportSource } from './export-sources'
import {
  caseloadHeadings,
  claimAsWords,
  claimHeadings,
  claimWayWords,
  claimWords,
  complaintHeadings,
  complaintReasonWords,
  complaintWords,
  importHeadings,
  importWords,
  reportHeadings,
  reportWords,
  staffHeadings,
  subjectWords,
  treeHeadings,
  treeWords,
} from './list-words'
import { sheetNames } from './words'

const rowsPerPage = 100

/** Of each shop its staff, as the shop's own screen shows them to command. */
const staff = ({ district }: Asked): ExportSource => ({
  headings: staffHeadings,
  page: async (cursor) => {
    const shops = await listShopsByNumber(district, cursor ?? '', rowsPerPage)
    const rows = shops.flatMap(({ number, name: shop, staff: members }) =>
      members.map(({ name, certificate }) => [
        ...[number, shop, name, certificate?.number ?? '', certificate?.until ?? ''],
      ]),
    )
    return { rows, next: shops.length < rowsPerPage ? null : (shops.at(-1)?.number ?? null) }
  },
})

/** Heads first, then cells with shops that nobody has yet. */
const caseloads = ({ district }: Asked): ExportSource => ({
  headings: caseloadHeadings,
  page: async (cursor) => {
    const [, standing = 'head', after = ''] = /^(head|pool)\|(.*)$/.exec(cursor ?? '') ?? []
    const kind = standing === 'pool' ? 'pool' : 'head'
    const found = await listCaseloads(district, kind, after, rowsPerPage)
    const namesFor = await nameHolders(found)
    const rows = found.map(({ holder, shops }) => {
      const { name, deputyName, agencyName } = namesFor(holder)
      return holder.kind === 'head'
        ? [name, deputyName, agencyName, '', shops.length]
        : ['', '', '', name, shops.length]
    })
    const last = found.length < rowsPerPage ? undefined : found.at(-1)
    return { rows, next: last ? `${kind}|${last.id}` : kind === 'head' ? 'pool|' : null }
  },
})

const personText = ({ name, title, spot }: TreePerson): string => {
  const post = [spot ?? '', title].filter((word) => word !== '').join(' ')
  return post === '' ? name : `${name}（${post}）`
}

const treeRow = (node: TreeNode, street: string, community: string): ExportRow => [
  ...[treeWords[node.kind], street, community, node.kind === 'cell' ? node.name : ''],
  ...[node.people.map(personText).join('、'), node.shops],
]

/** A street's communities, each before its cells; a cell that is one of its own is a line of its own. */
const communityRows = (node: TreeNode, street: string): readonly ExportRow[] =>
  [node, ...node.children].map((one) => treeRow(one, street, node.name))

/** The district, then street after street with its communities and cells; the cursor is the street's place in the list. */
const tree = ({ district, by }: Asked, now: Instant): ExportSource => ({
  headings: treeHeadings,
  page: async (cursor) => {
    const actor: Actor = { id: by, district, grants: [] }
    const streets = await listStreets(district)
    const at = cursor === null ? -1 : Number(cursor)
    const street = streets[at]
    const read = await readTree({ street: street?.id ?? null }, { actor, now })
    const next = at + 1 < streets.length ? String(at + 1) : null
    if (!read.ok) return { rows: [], next }
    const node = read.value
    const rows =
      street === undefined
        ? [treeRow(node, '', '')]
        : [treeRow(node, street.name, ''), ...node.children.flatMap((one) => communityRows(one, street.name))]
    return { rows, next }
  },
})

/** Newest first; who claims is masked as in the list. */
const claims = ({ district }: Asked): ExportSource => ({
  headings: claimHeadings,
  page: async (cursor) => {
    const page = await listClaims({ district }, rowsPerPage, cursorFrom(cursor))
    const [shops, identities] = await Promise.all([
      findShops([...new Set(page.rows.map(({ shop }) => shop))]),
      findIdentities(page.rows.map(({ person }) => person)),
    ])
    const byId = new Map(shops.map((shop) => [shop.id, shop]))
    const rows = page.rows.map(({ shop: id, person, as, way, status, history }) => {
      const { name = '', phone = null } = identities.get(person) ?? {}
      const shop = byId.get(id)
      const said = 'reason' in status ? status.reason : 'words' in status ? status.words : ''
      return [
        ...[history[0] ? momentText(history[0].at) : '', shop?.number ?? '', shop?.name ?? ''],
        ...[name === '' && phone !== null ? maskPhone(phone) : maskName(name), claimAsWords[as]],
        ...[claimWayWords[way], claimWords[status.kind], said],
      ]
    })
    return { rows, next: cursorText(page.next) }
  },
})

const departmentOf = ({ status }: Report): readonly string[] =>
  'department' in status ? [status.department] : []

/** Newest first; who reported is nobody's to know. */
const reports = ({ district }: Asked): ExportSource => ({
  headings: reportHeadings,
  page: async (cursor) => {
    const seenBy = postOf({ role: 'command', scope: { kind: 'district', district } })
    const sort = { field: 'submittedAt', order: 'desc' } as const
    const query = { owner: { seenBy }, open: null, sort }
    const page = await listReports(query, rowsPerPage, cursorFrom(cursor))
    const idsOf = (ids: (report: Report) => readonly string[]) => page.rows.flatMap(ids)
    const [categories, streets, cells, departments] = await Promise.all([
      namesOf(
        'categories',
        idsOf(({ category }) => (category === null ? [] : [category])),
      ),
      namesOf(
        'streets',
        idsOf(({ place }) => [place.street]),
      ),
      namesOf(
        'cells',
        idsOf(({ place }) => [place.cell]),
      ),
      namesOf('departments', idsOf(departmentOf)),
    ])
    const rows = page.rows.map((report) => {
      const { number, submittedAt, category, place, words, status } = report
      const due = dueOf(status)
      return [
        ...[number, momentText(submittedAt), category === null ? '' : (categories.get(category) ?? '')],
        ...[streets.get(place.street) ?? '', cells.get(place.cell) ?? '', place.spot, words],
        ...[reportWords[status.kind], departmentOf(report).map((id) => departments.get(id) ?? '')[0] ?? ''],
        due === null ? '' : momentText(due),
      ]
    })
    return { rows, next: cursorText(page.next) }
  },
})

/** What complaints are about, by name: a report's number, a shop's name; of a person nothing. */
const subjectNames = async (complaints: readonly Complaint[]): Promise<ReadonlyMap<string, string>> => {
  const about = complaints.flatMap(({ about: one }) => one ?? [])
  const [shops, found] = await Promise.all([
    findShops([...new Set(about.flatMap((one) => (one.kind === 'shop' ? [one.id] : [])))]),
    Promise.all(
      [...new Set(about.flatMap((one) => (one.kind === 'report' ? [one.id] : [])))].map((id) =>
        findReport(db, id),
      ),
    ),
  ])
  return new Map<string, string>([
    ...shops.map(({ id, name }) => [id, name] as const),
    ...found.flatMap((one) => (one ? [[one.report.id, one.report.number] as const] : [])),
  ])
}

/** Newest first; who complained is nobody's to know. */
const complaints = ({ district }: Asked): ExportSource => ({
  headings: complaintHeadings,
  page: async (cursor) => {
    const page = await listComplaintsIn(district, false, rowsPerPage, cursorFrom(cursor))
    const subjects = await subjectNames(page.rows)
    const rows = page.rows.map(({ at, reason, about, words, status }) => [
      ...[momentText(at), complaintReasonWords[reason], about === null ? '' : subjectWords[about.kind]],
      ...[
        about === null || about.kind === 'message' ? '' : (subjects.get(about.id) ?? ''),
        words,
        complaintWords[status.kind],
      ],
      ...(status.kind === 'answered' ? [status.words, momentText(status.at)] : ['', '']),
    ])
    return { rows, next: cursorText(page.next) }
  },
})

const imports = ({ district }: Asked): ExportSource => ({
  headings: importHeadings,
  page: async (cursor) => {
    const page = await listImports(district, rowsPerPage, cursorFrom(cursor))
    const names = await findNames(page.rows.map(({ by }) => by))
    const rows = page.rows.map(({ at, kind, by, status, rows: many, counts }) => [
      ...[momentText(at), sheetNames[kind], names.get(by) ?? '', importWords[status.kind], many],
      ...[counts.added, counts.changed, counts.same, counts.broken],
    ])
    return { rows, next: cursorText(page.next) }
  },
})

type ListKind = Exclude<ExportKind, SheetKind | 'audit' | 'handovers' | 'problems'>

export const listSources: Readonly<Record<ListKind, (asked: Asked, now: Instant) => ExportSource>> = {
  ...{ staff, caseloads, tree, claims, reports, complaints, imports },
}
