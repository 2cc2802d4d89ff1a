import type { Caseload } from '#domain/caseload'
import { become } from '#domain/kernel/result'

import { listCaseloads } from '../../store/caseloads'
import type { UseCase } from '../call'
import { nameHolders } from './names'

const rowsPerPage = 50
const kinds = ['head', 'pool'] as const

/** Heads first, then cells with shops that nobody has yet. */
export const list: UseCase<'caseload.list'> = async ({ cursor }, { actor }) => {
  const [standing, after] = splitCursor(cursor)
  const caseloads: Caseload[] = []
  let next: string | null = null
  for (const kind of kinds.slice(kinds.indexOf(standing))) {
    const room = rowsPerPage - caseloads.length
    const found = await listCaseloads(actor.district, kind, kind === standing ? after : '', room + 1)
    caseloads.push(...found.slice(0, room))
    if (found.length > room) {
      next = `${kind}|${room === 0 ? '' : (caseloads.at(-1)?.id ?? '')}`
      break
    }
  }
  const namesFor = await nameHolders(caseloads)
  const rows = caseloads.map(({ id, version, holder, shops }) => ({
    id,
    version,
    holder,
    ...namesFor(holder),
    shops: shops.length,
  }))
  return become({ rows, next })
}

const splitCursor = (cursor: string | null): readonly [(typeof kinds)[number], string] => {
  const [, kind, after = ''] = /^(head|pool)\|(.*)$/.exec(cursor ?? '') ?? []
  return [kind === 'pool' ? 'pool' : 'head', after]
}
