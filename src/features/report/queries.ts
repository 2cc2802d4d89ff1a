import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReportFilter, ReportScope } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'

export const reportKey = (id: Id<'report'>) => ['report', id] as const

export const useReport = (id: Id<'report'>) =>
  useQuery({
    queryKey: reportKey(id),
    queryFn: async () => valueOf(await call('report.read', { id })),
    meta: { live: true },
  })

export const useReports = (scope: ReportScope, filter: ReportFilter) =>
  useInfiniteQuery({
    queryKey: ['reports', scope, filter],
    queryFn: async ({ pageParam }) =>
      valueOf(await call('report.list', { scope, filter, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })
