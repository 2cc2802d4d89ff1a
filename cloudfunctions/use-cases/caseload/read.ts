import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findShops } from '../../store/shops'
import type { UseCase } from '../call'
import { openCaseload } from './find'
import { nameHolders } from './names'

const mostListed = 1_000

/** One caseload with its shops, to count them and to pick from. */
export const read: UseCase<'caseload.read'> = async ({ id }, { actor }) => {
  const caseload = await openCaseload(db, actor.district, id)
  if (!caseload) return refuse('not-found')
  const [namesFor, shops] = await Promise.all([
    nameHolders([caseload]),
    findShops(caseload.shops.slice(0, mostListed)),
  ])
  const { version, holder } = caseload
  return become({
    id: caseload.id,
    version,
    holder,
    ...namesFor(holder),
    shops: caseload.shops.length,
    list: shops.map(({ id: shop, name, address, street, cell, trade }) => ({
      ...{ id: shop, name, address, street, cell, trade },
    })),
  })
}
