import type { Case } from './case'
import { aggregateGroupCases } from './cases/aggregate-groups'
import { aggregateOperatorCases } from './cases/aggregate-operators'
import { aggregateStageCases } from './cases/aggregate-stages'
import { documentCases } from './cases/documents'
import { fileCases } from './cases/files'
import { functionCases } from './cases/functions'
import { fuzzedQueryCases } from './cases/fuzzed-queries'
import { fuzzedUpdateCases } from './cases/fuzzed-updates'
import { geoCases } from './cases/geo'
import { openapiCases } from './cases/openapi'
import { orderCases } from './cases/order'
import { queryArrayCases } from './cases/query-arrays'
import { queryCases } from './cases/queries'
import { refusalCases } from './cases/refusals'
import { transactionCases } from './cases/transactions'
import { uniqueIndexCases } from './cases/unique-indexes'
import { updateArrayCases } from './cases/update-arrays'
import { updateFieldCases } from './cases/update-fields'
import { updateManyCases } from './cases/update-many'

const groups: Readonly<Record<string, readonly Case[]>> = {
  documents: documentCases,
  queries: queryCases,
  'queries on arrays': queryArrayCases,
  order: orderCases,
  geo: geoCases,
  'updates of fields': updateFieldCases,
  'updates of arrays': updateArrayCases,
  'updates of many': updateManyCases,
  'aggregation stages': aggregateStageCases,
  'aggregation groups': aggregateGroupCases,
  'aggregation operators': aggregateOperatorCases,
  refusals: refusalCases,
  'unique indexes': uniqueIndexCases,
  transactions: transactionCases,
  files: fileCases,
  functions: functionCases,
  openapi: openapiCases,
  'fuzzed queries': fuzzedQueryCases,
  'fuzzed updates': fuzzedUpdateCases,
}

export const allCases: readonly Case[] = Object.entries(groups).flatMap(([group, cases]) =>
  cases.map((one) => ({ ...one, name: `${group}: ${one.name}` })),
)
