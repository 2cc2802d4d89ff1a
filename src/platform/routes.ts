import type { ReportScope } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { openPage } from './navigation'

export const toReport = (id: Id<'report'>): void => {
  openPage(`/packages/report/detail/index?id=${encodeURIComponent(id)}`)
}

export const toReports = (scope: ReportScope): void => {
  openPage(`/packages/report/list/index?scope=${scope}`)
}
