import { become } from '#domain/kernel/result'
import type { SheetKind } from '#domain/sheet'
import { columnsOf, stateWords } from '#domain/sheet/columns'
import { roleWords } from '#domain/sheet/roles'

import { temporaryUrls, writeFile } from '../../cloud/files'
import { listAgencies, listDepartments, listStreets, listTrades } from '../../store/districts'
import type { Call, UseCase } from '../call'
import { columnRules, guideHeadings, guideName, sheetNames, yesNo } from './words'
import { writeWorkbook, type Table } from './workbook'

const namesOf = (things: readonly { readonly name: string }[]): string =>
  things.map(({ name }) => name).join('、')

/** What this district's cells may say, where a column takes one of a list. */
const allowedOf = async (kind: SheetKind, { actor: { district } }: Call): Promise<Record<string, string>> => {
  const [streets, trades, agencies, departments] = await Promise.all([
    listStreets(district),
    listTrades(district),
    listAgencies(district),
    listDepartments(district),
  ])
  switch (kind) {
    case 'cells':
      return { street: namesOf(streets) }
    case 'people':
      return {
        roles: `${Object.values(roleWords).join('、')}（${namesOf([...departments, ...streets])}）`,
        agency: namesOf(agencies),
      }
    case 'shops':
      return {
        trade: namesOf(trades),
        street: namesOf(streets),
        state: Object.values(stateWords).join('、'),
      }
    case 'streets':
    case 'departments':
    case 'assignments':
      return {}
  }
}

/** The sheet to fill in, with an example that an import passes over, and a second sheet that explains each column. */
export const giveTemplate: UseCase<'import.template'> = async ({ kind }, call) => {
  const columns = columnsOf(kind)
  const allowed = await allowedOf(kind, call)
  const sheet: Table = {
    name: sheetNames[kind],
    headings: columns.map(([, { heading }]) => heading),
    rows: [columns.map(([, { example }]) => example)],
  }
  const guide: Table = {
    name: guideName,
    headings: guideHeadings,
    rows: columns.map(([key, { heading, needed, example }]) => [
      ...[heading, needed ? yesNo.yes : yesNo.no],
      ...[columnRules[kind][key] ?? '', allowed[key] ?? '', example],
    ]),
  }
  // One file per kind, written over: nobody can be handed an old one, and nothing of a person is in it.
  const file = await writeFile(
    `kept/${call.actor.district}/template-${kind}.xlsx`,
    await writeWorkbook([sheet, guide]),
  )
  const url = (await temporaryUrls([file])).get(file)
  if (url === undefined) throw new Error(`the template of ${kind} has no address`)
  return become({ url })
}
