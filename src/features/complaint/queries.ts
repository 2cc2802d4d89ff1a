import { call } from '../../platform/cloud'
import { usePages } from '../../platform/use-pages'

export const complaintViews = {
  mine: { scope: 'mine', filter: 'all', nothing: '您还没有提交过投诉建议。有话请说，会有人答复。' },
  waiting: { scope: 'work', filter: 'open', nothing: '没有等着答复的投诉建议。' },
  all: { scope: 'work', filter: 'all', nothing: '这里还没有投诉建议。' },
} as const
export type ComplaintView = keyof typeof complaintViews

export const useComplaints = (view: ComplaintView) => {
  const { scope, filter } = complaintViews[view]
  return usePages({
    key: ['complaints', scope, filter],
    read: (cursor) => call('complaint.list', { scope, filter, cursor }),
  })
}
