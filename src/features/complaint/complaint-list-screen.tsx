import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ComplaintRow } from '#domain/contract/complaint'
import type { ComplaintSubject } from '#domain/complaint'
import { call } from '../../platform/cloud'
import { readFailureWords, valueOf } from '../../platform/outcome'
import { useReachBottom } from '../../platform/page'
import { Button } from '../../ui/button'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Skeleton } from '../../ui/skeleton'
import { AnswerSheet } from './answer-sheet'
import { ComplaintCard } from './complaint-card'

const views = {
  mine: { scope: 'mine', filter: 'all', nothing: '您还没有提交过投诉建议。有话请说，会有人答复。' },
  waiting: { scope: 'work', filter: 'open', nothing: '没有等着答复的投诉建议。' },
  all: { scope: 'work', filter: 'all', nothing: '这里还没有投诉建议。' },
} as const
type ViewName = keyof typeof views

const officeViews = [
  ['waiting', '待答复'],
  ['all', '全部'],
  ['mine', '我提交的'],
] as const

const useComplaints = (view: ViewName) => {
  const { scope, filter } = views[view]
  return useInfiniteQuery({
    queryKey: ['complaints', scope, filter],
    queryFn: async ({ pageParam }) =>
      valueOf(await call('complaint.list', { scope, filter, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })
}

interface Props {
  /** the reader answers for the office */
  readonly office: boolean
  readonly first: 'mine' | 'work'
  readonly onWrite: () => void
  /** leads to what a complaint is about; null where the reader may not go there */
  readonly onAbout: ((about: ComplaintSubject) => void) | null
}

export const ComplaintListScreen = ({ office, first, onWrite, onAbout }: Props) => {
  const [chosen, setView] = useState<ViewName>(first === 'mine' ? 'mine' : 'waiting')
  const view = office ? chosen : 'mine'
  const [answering, setAnswering] = useState<ComplaintRow | null>(null)
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } =
    useComplaints(view)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  useReachBottom(more)

  return (
    <Screen
      foot={view === 'mine' && rows.length > 0 ? <Button word="写投诉建议" onTap={onWrite} /> : undefined}
      covered={answering !== null}
    >
      {office && <Segments options={officeViews} value={view} onChange={setView} />}
      {isPending && <Skeleton cards={3} />}
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
          icon="chat"
          words={views[view].nothing}
          actionWord={view === 'waiting' ? '看全部' : '写投诉建议'}
          onAction={() => {
            if (view === 'waiting') setView('all')
            else onWrite()
          }}
        />
      )}
      {rows.map((row) => (
        <ComplaintCard
          key={row.id}
          row={row}
          onAnswer={view === 'mine' || row.status.kind !== 'open' ? null : setAnswering}
          onAbout={view === 'mine' ? null : onAbout}
        />
      ))}
      {hasNextPage && (
        <Button word="再看更早的" kind="plain" busy={isFetchingNextPage} busyWord="正在打开" onTap={more} />
      )}
      {answering && (
        <AnswerSheet
          row={rows.find(({ id }) => id === answering.id) ?? answering}
          onClose={() => {
            setAnswering(null)
          }}
        />
      )}
    </Screen>
  )
}
