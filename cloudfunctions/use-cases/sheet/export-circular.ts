import { circularParts } from '#domain/circular'
import type { Id } from '#domain/kernel/id'

import { db } from '../../cloud/database'
import { findCaseload } from '../../store/caseloads'
import { findAcknowledgements, findCircular } from '../../store/circulars'
import { findNames } from '../../store/people'
import { findShops } from '../../store/shops'
import { partsOf } from '../circular/shops'
import { momentText } from './export-records'
import type { ExportSource } from './export-sources'
import { circularHeadings, circularWords } from './words'

/** Who knows and who does not; of the self-checks only that one was handed in. All of it is one page: a group is small. */
export const circularSource = (district: Id<'district'>, of: string | null): ExportSource => ({
  headings: circularHeadings,
  page: async () => {
    const circular = of === null ? null : await findCircular(db, of as Id<'circular'>)
    const caseload = circular && (await findCaseload(db, district, circular.caseload))
    if (!caseload) return { rows: [], next: null }
    const parts = await partsOf({ circular, caseload })
    const ids = [...parts.known, ...parts.waiting, ...parts.absent]
    const checked = new Set(parts.checked)
    const [shops, acknowledged] = await Promise.all([findShops(ids), findAcknowledgements(circular.id, ids)])
    const names = await findNames([...acknowledged.values()].map(({ by }) => by))
    const stateOf = (shop: Id<'shop'>) =>
      circularWords[
        circularParts.find((part) => part !== 'checked' && parts[part].includes(shop)) ?? 'waiting'
      ]
    const rows = shops.map(({ id, number, name, address }) => {
      const one = acknowledged.get(id)
      return [
        ...[number, name, address, stateOf(id), one ? (names.get(one.by) ?? '') : ''],
        ...[one ? momentText(one.at) : '', checked.has(id) ? circularWords.checked : ''],
      ]
    })
    return { rows, next: null }
  },
})
