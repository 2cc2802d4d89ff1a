import type { Actor } from './actor'
import { headsOf, type Caseload } from './caseload'
import { mayReach, permissions } from './permission'
import { reaches, type Whereabouts } from './reach'
import type { Shop } from './shop'

/** Where a shop lies, as permissions ask: its place, itself, and who answers for the caseload it is in. */
export const whereaboutsOf = (
  { id, district, street, cell }: Pick<Shop, 'id' | 'district' | 'street' | 'cell'>,
  caseload: Pick<Caseload, 'holder'>,
): Whereabouts => ({
  district,
  street,
  cell,
  department: null,
  shop: id,
  heads: headsOf(caseload),
  person: null,
})

/** What of a shop's people a reader sees: who holds it, its staff by name, the register's contact (masked). */
export interface Sight {
  readonly owners: boolean
  readonly staff: boolean
  readonly contact: boolean
}

const readers = permissions['shop.read'].who

const sights = {
  owner: { owners: true, staff: true, contact: false },
  head: { owners: true, staff: true, contact: true },
  command: { owners: true, staff: true, contact: true },
  clerk: { owners: false, staff: true, contact: true },
  street: { owners: false, staff: false, contact: false },
  grid: { owners: false, staff: false, contact: false },
} as const satisfies Record<keyof typeof readers, Sight>

/** All that the reader's roles show together, each only where it reaches this shop. */
export const sightOf = (actor: Actor, where: Whereabouts): Sight => {
  const mine = (Object.keys(sights) as (keyof typeof sights)[])
    .filter((role) => reaches(actor, role, readers[role], where))
    .map((role): Sight => sights[role])
  return {
    owners: mine.some(({ owners }) => owners),
    staff: mine.some(({ staff }) => staff),
    contact: mine.some(({ contact }) => contact),
  }
}

const doors = ['shop.update', 'shop.staff', 'shop.code', 'shop.unmask', 'agent.invite'] as const
export type ShopDoor = (typeof doors)[number]

/** What this reader may do with the shop, for buttons; an agent does not name further agents. */
export const doorsOpenTo = (
  actor: Actor,
  where: Whereabouts,
  as: 'owner' | 'agent' | null,
): readonly ShopDoor[] =>
  doors.filter((door) => mayReach(actor, door, where) && (door !== 'agent.invite' || as === 'owner'))
