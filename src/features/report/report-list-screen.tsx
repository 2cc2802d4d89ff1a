import { useState } from 'react'
import type { ReportFilter, ReportScope } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { readFailureWords } from '../../platform/outcome'
import { useReachBottom } from '../../platform/page'
import { Button } from '../../ui/button'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Skeleton } from '../../ui/skeleton'
import { useReports } from './queries'
import { ReportRowCard } from './report-row'

const filters = [
  ['open', '办理中'],
  ['ended', '已结束'],
  ['all', '全部'],
] as const

const nothingWords: Record<ReportScope, Record<ReportFilter, string>> = {
  mine: {
    open: '没有正在办理的反映。',
    ended: '还没有办结的反映。',
    all: '您还没有反映过问题。看到了，拍一张就行。',
  },
  work: {
    open: '没有等您办的事。',
    ended: '还没有办结的事。',
    all: '这里还没有反映。',
  },
}

interface Props {
  readonly scope: ReportScope
  readonly onOpen: (id: Id<'report'>) => void
  readonly onSnap: () => void
}

export const ReportListScreen = ({ scope, onOpen, onSnap }: Props) => {
  const [filter, setFilter] = useState<ReportFilter>('open')
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useReports(
    scope,
    filter,
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  useReachBottom(more)

  return (
    <Screen>
      <Segments options={filters} value={filter} onChange={setFilter} />
      {isPending && <Skeleton cards={4} />}
      {!data && error && (
        <ErrorState
          words={readFailureWords(error)}
          onRetry={() => {
            void refetch()
          }}
        />
      )}
      {data && rows.length === 0 && (
        <EmptyState
          words={nothingWords[scope][filter]}
          actionWord={filter === 'all' || scope === 'mine' ? '拍照反映' : '看全部'}
          onAction={() => {
            if (filter === 'all' || scope === 'mine') onSnap()
            else setFilter('all')
          }}
        />
      )}
      {rows.map((row) => (
        <ReportRowCard
          key={row.id}
          row={row}
          mine={scope === 'mine'}
          onTap={() => {
            onOpen(row.id)
          }}
        />
      ))}
      {hasNextPage && (
        <Button word="再看更早的" kind="plain" busy={isFetchingNextPage} busyWord="正在打开" onTap={more} />
      )}
    </Screen>
  )
}
