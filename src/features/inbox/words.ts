import type { InboxEntry } from '#domain/contract/inbox'

/** What happened, as its recipient reads it. */
export const entryWords: Record<InboxEntry['what'], string> = {
  submit: '有新的反映',
  triage: '已派给处置部门',
  decline: '没有受理，请看原因和办法',
  start: '部门已开始处理',
  fix: '已处理，请看结果',
  confirm: '反映人确认解决了',
  reopen: '反映人说没解决，请继续处理',
  close: '到期未评价，已结束',
}
