import { hasRole, type Actor } from './actor'
import type { Caseload } from './caseload'
import type { Id } from './kernel/id'

/** The three kinds of channel; who belongs follows from assignments alone, nothing is copied. */
export type Channel =
  | { readonly kind: 'command'; readonly district: Id<'district'> }
  | { readonly kind: 'store'; readonly caseload: Id<'caseload'> }
  | { readonly kind: 'desk'; readonly shop: Id<'shop'> }

type Assigned = Pick<Caseload, 'id' | 'holder' | 'shops'>

/** The roles in the district's own channel (攻坚群). */
export const commandChannelRoles = ['head', 'command'] as const

export const isInCommandChannel = (actor: Actor): boolean =>
  commandChannelRoles.some((role) => hasRole(actor, role))

/** The channels that come with a caseload for its head and deputy: one group, and a desk for each shop. */
export const channelsOfCaseload = (caseload: Assigned): readonly Channel[] =>
  caseload.holder.kind === 'pool'
    ? []
    : [
        { kind: 'store', caseload: caseload.id },
        ...caseload.shops.map((shop) => ({ kind: 'desk', shop }) as const),
      ]

/** The channels that an owner of this shop is in: its desk always, its head's group once it has a head. */
export const channelsOfShop = (shop: Id<'shop'>, caseload: Assigned): readonly Channel[] =>
  caseload.holder.kind === 'pool'
    ? [{ kind: 'desk', shop }]
    : [
        { kind: 'store', caseload: caseload.id },
        { kind: 'desk', shop },
      ]
