import { useQuery } from '@tanstack/react-query'
import type { ReportFilter, ReportScope } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { usePages } from '../../platform/use-pages'

export const reportKey = (id: Id<'report'>) => ['report', id] as const

export const useReport = (id: Id<'report'>) =>
  useQuery({
    queryKey: reportKey(id),
    queryFn: async () => valueOf(await call('report.read', { id })),
    meta: { live: true },
  })

/** `street` null: that of the person's newest report. */
export const useStreetReports = (street: Id<'street'> | null, filter: ReportFilter) =>
  usePages({
    key: ['reports', 'street', street, filter],
    read: (cursor) => call('report.street', { street, filter, cursor }),
  })

export const useReports = (scope: ReportScope, filter: ReportFilter) =>
  usePages({
    key: ['reports', scope, filter],
    read: (cursor) => call('report.list', { scope, filter, cursor }),
  })
