import type { Grant } from '#domain/actor'
import type { RoleLine } from '#domain/contract/session'
import { unreachable } from '#domain/kernel/unreachable'

import { namesOf } from '../../store/districts'
import { findShops } from '../../store/shops'

/** Each role as its bearer reads it. */
export const roleLines = (grants: readonly Grant[], districtName: string): Promise<readonly RoleLine[]> =>
  Promise.all(
    grants.map(async ({ role, scope }) => ({
      role,
      scopeName: await scopeName(scope, districtName),
      shop: scope.kind === 'shop' ? scope.shop : null,
    })),
  )

export const scopeName = async (scope: Grant['scope'], districtName: string): Promise<string> => {
  switch (scope.kind) {
    case 'district':
      return districtName
    case 'street':
      return (await namesOf('streets', [scope.street])).get(scope.street) ?? ''
    case 'cell':
      return (await namesOf('cells', [scope.cell])).get(scope.cell) ?? ''
    case 'department':
      return (await namesOf('departments', [scope.department])).get(scope.department) ?? ''
    case 'shop':
      return (await findShops([scope.shop]))[0]?.name ?? ''
    default:
      return unreachable(scope)
  }
}
