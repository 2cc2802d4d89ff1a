import type { Role } from '#domain/actor'
import type { InboxEntry } from '#domain/contract/inbox'
import type { NoticeRead } from '#domain/notice'
import { unreachable } from '#domain/kernel/unreachable'

type Of<K extends NoticeRead['kind']> = Extract<NoticeRead, { readonly kind: K }>

const report: Record<Of<'report'>['what'], string> = {
  submit: '有新的反映',
  triage: '已派给处置部门',
  decline: '没有受理，请看原因和办法',
  start: '部门已开始处理',
  fix: '已处理，请看结果',
  confirm: '反映人确认解决了',
  reopen: '反映人说没解决，请继续处理',
  close: '到期未评价，已结束',
}

const claim: Record<Of<'claim'>['what'], string> = {
  claim: '有人认领了店铺，请核对',
  confirm: '店铺认领已确认',
  refuse: '店铺认领没有通过，请看原因',
  undo: '店铺认领已撤销，请看原因',
  contest: '有人对店铺认领有异议',
  uphold: '店铺认领核实无误',
  overturn: '店铺认领已取消，请看原因',
  leave: '认领人已退出店铺',
}

const complaint: Record<Of<'complaint'>['what'], string> = {
  submitted: '有新的投诉建议',
  answered: '您的投诉建议有了答复',
}

const circular: Record<Of<'circular'>['what'], string> = {
  sent: '【须确认】店长发了通知',
  reminded: '【须确认】有通知等您确认',
}

const circularKnown: Record<Of<'circular'>['what'], string> = {
  sent: '【已确认】店长发了通知',
  reminded: '【已确认】店长提醒过的通知',
}

const guidance: Record<Of<'guidance'>['what'], string> = {
  opened: '店长给您一条指导事项（不扣分）',
  saidDone: '店里说做好了，请看一眼',
  done: '指导事项已完成',
  dropped: '指导事项已取消',
}

const visit: Record<Of<'visit'>['what'], string> = {
  planned: '店长约您上门指导（不打分、不用签字）',
  moved: '上门指导改了时间',
  done: '上门指导已完成',
  cancelled: '上门指导取消了，请看原因',
  asked: '店里想换个时间上门',
}

const hardship: Record<Of<'hardship'>['what'], string> = {
  added: '记下了一个困难',
  assigned: '您的困难有人帮办了',
  helped: '您的困难已帮上',
  notPossible: '您的困难暂时帮不了，请看原因',
}

const caseload: Record<Of<'caseload'>['what'], (shops: string) => string> = {
  received: (shops) => `${shops} 家店铺转给您了`,
  handedOn: (shops) => `您的 ${shops} 家店铺已转给别的店长`,
  failed: (shops) => `${shops} 家店铺没有按计划转交，请重新安排`,
}

const roleSaid: Record<Of<'role'>['what'], string> = {
  granted: '您有了新的岗位',
  revoked: '您的岗位已收回',
}

/** What happened, as its recipient reads it; `nameOf` says a role in the words of the page that knows them. */
export const noticeWords = (
  { notice, settled }: Pick<InboxEntry, 'notice' | 'settled'>,
  nameOf: (role: Role) => string,
): string => {
  switch (notice.kind) {
    case 'report':
      return report[notice.what]
    case 'claim':
      return claim[notice.what]
    case 'caseload':
      return caseload[notice.what](String(notice.shops))
    case 'head':
      return notice.headName === null ? '您的店长换人了' : `您的店长现在是${notice.headName}`
    case 'role':
      return `${roleSaid[notice.what]}：${nameOf(notice.role)}`
    case 'question':
      return notice.what === 'waits'
        ? `有提问等您回复，已过 ${String(notice.hours)} 个工作小时`
        : `有提问 ${String(notice.hours)} 个工作小时没有人回复`
    case 'circular':
      return (settled ? circularKnown : circular)[notice.what]
    case 'guidance':
      return guidance[notice.what]
    case 'visit':
      return visit[notice.what]
    case 'hardship':
      return hardship[notice.what]
    case 'complaint':
      return complaint[notice.what]
    default:
      return unreachable(notice)
  }
}
