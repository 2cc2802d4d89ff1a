import { become } from '#domain/kernel/result'

import { findDistrict, listCategories, listCells, listStreets } from '../../store/districts'
import type { UseCase } from '../call'

/** The dictionary a form needs; it changes rarely, the client keeps it. */
export const readDistrict: UseCase<'district.read'> = async (_input, { actor }) => {
  const [district, streets, cells, categories] = await Promise.all([
    findDistrict(actor.district),
    listStreets(actor.district),
    listCells(actor.district),
    listCategories(actor.district),
  ])
  if (!district) throw new Error(`district ${actor.district} is not on record`)
  return become({
    name: district.name,
    bounds: district.bounds,
    streets: streets.map(({ id, name }) => ({ id, name })),
    cells: cells.map(({ id, street, name, centre }) => ({ id, street, name, centre })),
    categories: categories.map(({ id, name, hours }) => ({ id, name, hours })),
  })
}
