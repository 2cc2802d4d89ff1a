import { asId } from '#domain/kernel/id'
import { communityOf } from '#domain/place'
import type { RosterEntry } from '#domain/roster'
import { cells, district, streets } from './district'
import { phoneAt } from './people'

const posts = [
  ['楼长', '3 号楼', '孙桂香'],
  ['路长', '北门外便道', '周永福'],
  ['场长', '文化广场', '吴秀兰'],
] as const

/** The 长 of single places in the first cell of each street; none of them has signed in yet. */
export const spotEntries: readonly RosterEntry[] = cells.slice(0, streets.length).flatMap((cell, row) =>
  posts.map(([title, spot, name], at): RosterEntry => ({
    id: asId(`spot-${cell.id}-${String(at + 1)}`),
    district: district.id,
    number: `L${String(row * posts.length + at + 1).padStart(4, '0')}`,
    ...{ name, title, spot: `${communityOf(cell)} ${spot}` },
    phone: phoneAt(20_000 + row * posts.length + at),
    grants: [{ role: 'grid', scope: { kind: 'cell', cell: cell.id } }],
    person: null,
    version: 1,
  })),
)
