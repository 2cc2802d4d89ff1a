import type { Grant } from '#domain/actor'
import type { RoleLine } from '#domain/contract/session'
import { become } from '#domain/kernel/result'
import { unreachable } from '#domain/kernel/unreachable'

import { findDistrict, namesOf } from '../../store/districts'
import { countUnread } from '../../store/inbox'
import { findNames, findPerson } from '../../store/people'
import type { UseCase } from '../call'

/** Beyond this the badge says "more": counting further would examine what nobody reads. */
export const unreadShown = 99

export const openSession: UseCase<'session.open'> = async (_input, { actor }) => {
  const [person, district, names] = await Promise.all([
    findPerson(actor.id),
    findDistrict(actor.district),
    findNames([actor.id]),
  ])
  if (!person || !district) throw new Error(`person ${actor.id} is not on record`)
  const [roles, unread] = await Promise.all([
    roleLines(actor.grants, district.name),
    countUnread(actor.id, person.readUntil, unreadShown + 1),
  ])
  return become({
    person: { id: actor.id, name: names.get(actor.id) ?? '' },
    roles,
    districtName: district.name,
    signalKey: person.signalKey,
    unread,
  })
}

const kindOf = { street: 'streets', cell: 'cells', department: 'departments' } as const

const scopeId = ({ scope }: Grant): string => {
  switch (scope.kind) {
    case 'district':
      return scope.district
    case 'street':
      return scope.street
    case 'cell':
      return scope.cell
    case 'department':
      return scope.department
    default:
      return unreachable(scope)
  }
}

const roleLines = (grants: readonly Grant[], districtName: string): Promise<readonly RoleLine[]> =>
  Promise.all(
    grants.map(async (grant) => {
      if (grant.scope.kind === 'district') return { role: grant.role, scopeName: districtName }
      const id = scopeId(grant)
      const names = await namesOf(kindOf[grant.scope.kind], [id])
      return { role: grant.role, scopeName: names.get(id) ?? '' }
    }),
  )
