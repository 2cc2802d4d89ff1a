import type { AuditedAct } from '#domain/audit'
import type { AuditRow } from '#domain/contract/audit'
import { sheetKinds } from '#domain/sheet'
import { anyRoleWord } from '../roles/words'
import { figure } from '../shared/numbers'
import { exportWords } from '../sheets/words'

export const actWords: Record<AuditedAct, string> = {
  'consent.given': '同意说明',
  'phone.verified': '验证手机号',
  'account.changed': '修改个人资料',
  'account.exported': '导出个人信息',
  'account.deleted': '注销',
  'role.granted': '开通岗位',
  'role.revoked': '收回岗位',
  'role.awaiting': '登记岗位（待登录）',
  'roster.changed': '修改人员',
  'field.unmasked': '查看电话',
  'shop.changed': '修改店铺',
  'shop.staffed': '修改从业人员',
  'claim.moved': '店铺认领',
  'agent.invited': '邀请经办人',
  'caseload.moved': '交接店铺',
  'caseload.deputised': '定副店长',
  'handover.cancelled': '取消交接',
  'handover.carriedOut': '到期交接',
  'import.started': '开始导入',
  'import.committed': '确认导入',
  'import.ended': '导入结束',
  'export.asked': '导出',
  'export.opened': '下载导出的表格',
  'complaint.answered': '答复投诉建议',
  'report.moved': '办理反映',
  'content.decided': '内容审核',
  'message.hidden': '隐藏消息',
  'question.settled': '办结提问',
  'circular.sent': '发须确认通知',
  'circular.reminded': '提醒回执',
  'circular.closed': '结束回执',
  'guidance.moved': '指导事项',
  'visit.moved': '上门指导',
  'hardship.moved': '困难台账',
  'channel.bound': '绑定微信群',
  'article.saved': '编写指南',
  'article.published': '发布指南',
  'article.withdrawn': '撤下指南',
  'cannedAnswer.saved': '编写话术',
  'cannedAnswer.removed': '删除话术',
}

const claimWords: Readonly<Record<string, string>> = {
  claim: '认领了店铺',
  confirm: '确认了店铺认领',
  refuse: '没有通过店铺认领',
  undo: '撤销了店铺认领',
  contest: '对店铺认领提出异议',
  uphold: '核实店铺认领无误',
  overturn: '取消了店铺认领',
  leave: '退出了店铺',
  'not-mine': '说这不是自己的店',
}

const reportWords: Readonly<Record<string, string>> = {
  triage: '分派了一件反映',
  decline: '没有受理一件反映',
  start: '开始办理一件反映',
  fix: '办好了一件反映',
  close: '办结了一件反映',
}

const kindOf = ({ detail }: AuditRow): string => {
  const kind = String(detail['kind'] ?? '')
  return (exportWords as Readonly<Record<string, string>>)[kind] ?? (kind === 'problems' ? '有问题的行' : '')
}
const exportOf = (row: AuditRow): string =>
  [kindOf(row), isSheet(String(row.detail['kind'])) ? '表格' : '', clearWords(row)]
    .filter((part) => part !== '')
    .join(' ')
const clearWords = ({ detail }: AuditRow): string => (detail['phones'] === 'clear' ? '（完整电话）' : '')
const isSheet = (kind: string): boolean => (sheetKinds as readonly string[]).includes(kind)

const gone = '已注销的人'
export const whoWords = ({ by }: Pick<AuditRow, 'by'>): string =>
  by === null ? '系统' : by.name === '' ? '没写称呼的人' : (by.name ?? gone)

const guidanceMoved: Readonly<Record<string, string>> = {
  opened: '记下了一条指导事项',
  saidDone: '说一条指导事项做好了',
  done: '确认一条指导事项已完成',
  dropped: '取消了一条指导事项',
}

const visitMoved: Readonly<Record<string, string>> = {
  planned: '约了一次上门指导',
  moved: '改了一次上门指导的时间',
  done: '完成了一次上门指导',
  cancelled: '取消了一次上门指导',
  asked: '想换个时间上门指导',
}

/** Whom or what it happened to, by today's name. */
const whom = ({ person, subjectName }: AuditRow, otherwise: string): string =>
  subjectName ?? person?.name ?? (person === null ? otherwise : gone)

const shopsOf = ({ detail }: AuditRow): string => `${figure(Number(detail['shops'] ?? 0))} 家店铺`

/** One line of the log as a sentence without its subject: 「给 张海涛 开通了 网格员」. */
const predicate = (row: AuditRow): string => {
  const { what, detail, subjectName } = row
  const role = anyRoleWord(String(detail['role'] ?? ''))
  const shop = subjectName ?? '一家店'
  switch (what) {
    case 'consent.given':
      return '同意了个人信息保护说明'
    case 'phone.verified':
      return '验证了手机号'
    case 'account.changed':
      return detail['field'] === 'avatar' ? '换了头像' : '改了名字'
    case 'account.exported':
      return '导出了自己的信息'
    case 'account.deleted':
      return '注销了账号'
    case 'role.granted':
      return `给 ${whom(row, '一位人员')} 开通了 ${role}`
    case 'role.awaiting':
      return `给 ${whom(row, '一位人员')} 登记了 ${role}，等本人登录`
    case 'role.revoked':
      return `收回了 ${whom(row, '一位人员')} 的 ${role}`
    case 'roster.changed':
      return `修改了 ${whom(row, '一位人员')} 的人员信息`
    case 'field.unmasked':
      return `查看了 ${whom(row, '一位联系人')} 的电话`
    case 'shop.changed':
      return `修改了 ${shop}`
    case 'shop.staffed':
      return `修改了 ${shop} 的从业人员`
    case 'claim.moved':
      return claimWords[String(detail['move'])] ?? '办理了店铺认领'
    case 'agent.invited':
      return `为 ${shop} 邀请了经办人`
    case 'caseload.moved':
      return detail['on'] === undefined ? `交接了 ${shopsOf(row)}` : `安排了交接 ${shopsOf(row)}`
    case 'caseload.deputised':
      return detail['deputy'] === '' ? `不再给 ${shop} 设副店长` : `给 ${subjectName ?? '店长'} 定了副店长`
    case 'handover.cancelled':
      return '取消了一次交接'
    case 'handover.carriedOut':
      return detail['outcome'] === 'done' ? `按计划交接了 ${shopsOf(row)}` : `没能按计划交接 ${shopsOf(row)}`
    case 'import.started':
      return `上传了 ${kindOf(row)} 表格`
    case 'import.committed':
      return `确认导入 ${kindOf(row)}`
    case 'import.ended':
      return detail['ended'] === 'cancelled' ? `取消了 ${kindOf(row)} 导入` : `${kindOf(row)} 导入结束`
    case 'export.asked':
      return `导出了 ${exportOf(row)}`
    case 'export.opened':
      return `下载了 ${exportOf(row)}`
    case 'complaint.answered':
      return '答复了一件投诉建议'
    case 'content.decided':
      return detail['what'] === 'pass' ? '让一条消息显示了' : '没有让一条消息显示'
    case 'message.hidden':
      return '隐藏了一条消息'
    case 'question.settled':
      return '办结了一个提问'
    case 'article.saved':
      return '改写了一篇指南'
    case 'article.published':
      return `发布了一篇${detail['to'] === 'caseload' ? '常见问题' : '指南'}`
    case 'article.withdrawn':
      return '撤下了一篇指南'
    case 'cannedAnswer.saved':
      return '写了一条话术'
    case 'cannedAnswer.removed':
      return '删了一条话术'
    case 'circular.sent':
      return `发了须确认的通知，给 ${String(detail['shops'] ?? '')} 家店`
    case 'circular.reminded':
      return `提醒了 ${String(detail['shops'] ?? '')} 家没回执的店`
    case 'circular.closed':
      return '结束了一条通知的回执'
    case 'guidance.moved':
      return guidanceMoved[String(detail['move'])] ?? '办理了一条指导事项'
    case 'visit.moved':
      return visitMoved[String(detail['move'])] ?? '安排了上门指导'
    case 'hardship.moved':
      return detail['move'] === 'added' ? '记下了一个困难' : '答复了一个困难'
    case 'channel.bound':
      return '把店长群绑定了微信群'
    case 'report.moved':
      return reportWords[String(detail['move'])] ?? '办理了一件反映'
  }
}

export const sentence = (row: AuditRow): string => `${whoWords(row)} ${predicate(row)}`

/** Figures of the act, for its detail: how many rows of an import were what. */
export const figuresOf = ({ detail }: AuditRow): readonly (readonly [name: string, value: string])[] => {
  const names: Readonly<Record<string, string>> = {
    added: '新增（行）',
    changed: '修改（行）',
    same: '没有变化（行）',
    broken: '有问题（行）',
    rows: '行数',
    shops: '店铺（家）',
    staff: '从业人员（人）',
  }
  return Object.entries(names).flatMap(([key, name]) =>
    detail[key] === undefined ? [] : [[name, figure(Number(detail[key]))] as const],
  )
}
