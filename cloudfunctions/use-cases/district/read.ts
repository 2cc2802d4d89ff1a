import { become } from '#domain/kernel/result'

import {
  findDistrict,
  findHomeDistrict,
  listAgencies,
  listCategories,
  listCells,
  listDepartments,
  listStreets,
  listTrades,
} from '../../store/districts'
import type { UseCase } from '../call'

/** The dictionary a form needs; it changes rarely, the client keeps it. */
export const readDistrict: UseCase<'district.read'> = async (_input, { actor }) => {
  const district = actor === null ? await findHomeDistrict() : await findDistrict(actor.district)
  if (!district) throw new Error('the district is not on record')
  const [streets, cells, categories, trades, departments, agencies] = await Promise.all([
    listStreets(district.id),
    listCells(district.id),
    listCategories(district.id),
    listTrades(district.id),
    listDepartments(district.id),
    listAgencies(district.id),
  ])
  return become({
    id: district.id,
    name: district.name,
    bounds: district.bounds,
    streets: streets.map(({ id, name }) => ({ id, name })),
    cells: cells.map(({ id, street, name, centre }) => ({ id, street, name, centre })),
    trades: trades.map(({ id, name }) => ({ id, name })),
    categories: categories.map(({ id, name, hours }) => ({ id, name, hours })),
    departments: departments.map(({ id, name }) => ({ id, name })),
    agencies: agencies.map(({ id, name }) => ({ id, name })),
  })
}
