import { shopsOwned } from '#domain/actor'
import { isAnsweredBy } from '#domain/circular'
import type { Id } from '#domain/kernel/id'

import { db } from '../../cloud/database'
import { findCaseload } from '../../store/caseloads'
import { findCircular } from '../../store/circulars'
import { settleCircularRows } from '../../store/inbox'
import { listHolders, type Person } from '../../store/people'
import { raiseSignal } from '../../store/signals'
import type { Found } from './find'
import { ownersOf } from './reached'

const settleFor = async ({ circular, caseload }: Found, person: Person): Promise<void> => {
  if (!isAnsweredBy(circular, caseload, shopsOwned(person))) return
  if (await settleCircularRows(person.id, circular.id)) await raiseSignal(person.signalKey)
}

const peopleAtOnce = 20

/** A shop has answered: to each of its people whose other shops have too, the notices are done with. */
export const settleCircular = async (found: Found, shop: Id<'shop'>): Promise<void> => {
  for (let after = ''; ;) {
    const people = await listHolders(ownersOf(shop), peopleAtOnce, after)
    await Promise.all(people.map((person) => settleFor(found, person)))
    const last = people.at(-1)
    if (!last || people.length < peopleAtOnce) return
    after = last.id
  }
}

/** Their entries are there by now: whoever has answered before that is settled here, whoever answers later by that. */
export const settleTold = async (id: Id<'circular'>, people: readonly Person[]): Promise<void> => {
  const circular = await findCircular(db, id)
  const caseload = circular && (await findCaseload(db, circular.district, circular.caseload))
  if (!caseload || circular.waiting.length === circular.shops.length) return
  for (let from = 0; from < people.length; from += peopleAtOnce)
    await Promise.all(
      people.slice(from, from + peopleAtOnce).map((person) => settleFor({ circular, caseload }, person)),
    )
}
