import { isPicked, liesOutside } from '#domain/caseload'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { findShops } from '../../store/shops'
import type { UseCase } from '../call'
import { openCaseload, remitOf } from './find'

/** What a move would do, before anybody is asked to decide: what goes, what stays for want of remit, and both counts. */
export const preview: UseCase<'caseload.preview'> = async ({ from: fromId, to: toId, pick }, { actor }) => {
  const [from, to] = await Promise.all([
    openCaseload(db, actor.district, fromId),
    openCaseload(db, actor.district, toId),
  ])
  if (!from || !to) return refuse('not-found')
  if (from.id === to.id) return refuse('same-caseload')
  const chosen = (await findShops(from.shops)).filter((shop) => isPicked(pick, shop))
  if (chosen.length === 0) return refuse('nothing-to-move')
  const remit = await remitOf(to)
  const moving = chosen.filter((shop) => !liesOutside(remit, shop))
  return become({
    shops: moving.map(({ id }) => id),
    names: moving.map(({ name }) => name),
    outside: chosen.filter((shop) => liesOutside(remit, shop)).map(({ id, name }) => ({ shop: id, name })),
    fromCount: from.shops.length - moving.length,
    toCount: to.shops.length + moving.length,
  })
}
