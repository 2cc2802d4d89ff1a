import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'

export const complaintViews = {
  mine: { scope: 'mine', filter: 'all', nothing: '您还没有提交过投诉建议。有话请说，会有人答复。' },
  waiting: { scope: 'work', filter: 'open', nothing: '没有等着答复的投诉建议。' },
  all: { scope: 'work', filter: 'all', nothing: '这里还没有投诉建议。' },
} as const
export type ComplaintView = keyof typeof complaintViews

export const useComplaints = (view: ComplaintView) => {
  const { scope, filter } = complaintViews[view]
  return useInfiniteQuery({
    queryKey: ['complaints', scope, filter],
    queryFn: async ({ pageParam }) =>
      valueOf(await call('complaint.list', { scope, filter, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })
}
