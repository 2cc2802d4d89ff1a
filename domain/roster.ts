import type { Grant } from './actor'
import type { Id } from './kernel/id'
import { officeRoles } from './role'

/**
 * The district's register of who acts for the office: loaded from its spreadsheets or written by command. The first person
 * to verify an entry's phone is its person from then on; office roles come from here and nowhere else.
 */
export interface RosterEntry {
  readonly id: Id<'rosterEntry'>
  readonly district: Id<'district'>
  /** the office's own staff number, what an import finds the entry again by; null where command wrote it by phone */
  readonly number: string | null
  readonly name: string
  readonly phone: string
  /** 「二级主办」, 「路长」: as the tree of responsibility shows it */
  readonly title: string
  /** what a 长 of a single place answers for, in words: 「迎春社区 3 号楼」 */
  readonly spot?: string
  readonly grants: readonly Grant[]
  readonly person: Id<'person'> | null
  readonly version: number
}

const isOffice = ({ role }: Grant): boolean => (officeRoles as readonly string[]).includes(role)

/**
 * What an entry lets its person do. A 长 of a single place (楼长, 路长) is named by the tree and by nothing else: whoever is
 * the cell's grid worker as well has a line of their own for that.
 */
export const actingGrants = ({ spot, grants }: RosterEntry): readonly Grant[] =>
  spot === undefined ? grants : grants.filter(({ role }) => role !== 'grid')

/** A person's roles: what claims and registrations gave, and what the person's entries say today. */
export const grantsWith = (held: readonly Grant[], entries: readonly RosterEntry[]): readonly Grant[] => {
  const all = [...held.filter((grant) => !isOffice(grant)), ...entries.flatMap(actingGrants)]
  return [...new Map(all.map((grant) => [JSON.stringify(grant), grant])).values()]
}
