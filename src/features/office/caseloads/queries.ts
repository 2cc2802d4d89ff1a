import { useQuery } from '@tanstack/react-query'
import type { CaseloadRow } from '#domain/contract/caseload'
import type { Id } from '#domain/kernel/id'
import { call } from '../../../platform/cloud'
import { valueOf } from '../../../platform/outcome'

export const useCaseload = (id: Id<'caseload'>) =>
  useQuery({
    queryKey: ['office', 'caseload', id],
    queryFn: async () => valueOf(await call('caseload.read', { id })),
    meta: { live: true },
  })

const mostPages = 20

/** Every caseload: a district has a few dozen heads, and some cells whose new shops wait. */
export const useAllCaseloads = () =>
  useQuery({
    queryKey: ['office', 'all-caseloads'],
    queryFn: async () => {
      const rows: CaseloadRow[] = []
      let cursor: string | null = null
      for (let page = 0; page < mostPages; page += 1) {
        const { rows: more, next }: { rows: readonly CaseloadRow[]; next: string | null } = valueOf(
          await call('caseload.list', { cursor }),
        )
        rows.push(...more)
        if (next === null) break
        cursor = next
      }
      return rows
    },
    meta: { live: true },
  })
