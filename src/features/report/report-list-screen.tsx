import { useState } from 'react'
import type { ReportFilter, ReportScope } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { useEndless } from '../../platform/use-pages'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { useReports } from './queries'
import { ReportRowCard } from './report-row'

export const reportFilters = [
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
  /** chosen outside; without it the screen has its own choice */
  readonly chosen?: { readonly filter: ReportFilter; readonly onChange: (filter: ReportFilter) => void }
  readonly scope: ReportScope
  readonly onOpen: (id: Id<'report'>) => void
  readonly onSnap: () => void
}

export const ReportListScreen = ({ chosen, scope, onOpen, onSnap }: Props) => {
  const [own, setOwn] = useState<ReportFilter>('open')
  const filter = chosen?.filter ?? own
  const setFilter = chosen?.onChange ?? setOwn
  const reports = useEndless(useReports(scope, filter))

  return (
    <Screen>
      {!chosen && <Segments label="办到哪一步" options={reportFilters} value={filter} onChange={setFilter} />}
      <Listed
        list={reports}
        empty={
          <EmptyState
            words={nothingWords[scope][filter]}
            actionWord={filter === 'all' || scope === 'mine' ? '拍照反映' : '看全部'}
            onAction={() => {
              if (filter === 'all' || scope === 'mine') onSnap()
              else setFilter('all')
            }}
          />
        }
      >
        {(rows) =>
          rows.map((row) => (
            <ReportRowCard
              key={row.id}
              row={row}
              mine={scope === 'mine'}
              onTap={() => {
                onOpen(row.id)
              }}
            />
          ))
        }
      </Listed>
    </Screen>
  )
}
