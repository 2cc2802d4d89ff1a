import type { Claim, ClaimStatusKind, ClaimWay } from '#domain/claim'
import type { Complaint, ComplaintReason, ComplaintSubject } from '#domain/complaint'
import type { TreeNode } from '#domain/contract/caseload'
import type { ReportStatusKind } from '#domain/report'
import type { ImportStatus } from '#domain/sheet'

/** The words of workbooks with lists that are only read. */
export const staffHeadings = ['登记编号', '店铺名称', '姓名', '健康证号', '健康证有效期'] as const
export const caseloadHeadings = ['店长', '副店长', '所属机构', '待分配网格', '店铺数'] as const

export const treeHeadings = ['层级', '街道', '社区', '网格', '负责人', '店铺数'] as const
export const treeWords: Readonly<Record<TreeNode['kind'], string>> = {
  district: '区',
  street: '街道',
  community: '社区',
  cell: '网格',
}

export const claimHeadings = [
  ...['时间', '登记编号', '店铺名称', '认领人', '身份'],
  ...['方式', '状态', '说明'],
] as const
export const claimAsWords: Readonly<Record<Claim['as'], string>> = { owner: '业主', agent: '经办人' }
export const claimWayWords: Readonly<Record<ClaimWay, string>> = {
  phone: '手机号与登记一致',
  licence: '证照照片',
  invitation: '业主邀请',
}
export const claimWords: Readonly<Record<ClaimStatusKind, string>> = {
  asked: '等店长核对',
  held: '已认领',
  contested: '有异议',
  refused: '没有通过',
  ended: '已结束',
}

export const reportHeadings = [
  ...['编号', '提交时间', '分类', '街道', '网格', '地点'],
  ...['内容', '状态', '处置部门', '下一步期限'],
] as const
export const reportWords: Readonly<Record<ReportStatusKind, string>> = {
  submitted: '待分派',
  dispatched: '待处理',
  inProgress: '处理中',
  fixed: '待评价',
  declined: '未受理',
  closed: '已结束',
}

export const complaintHeadings = [
  ...['时间', '类别', '涉及', '涉及的名称', '内容'],
  ...['状态', '答复', '答复时间'],
] as const
export const complaintReasonWords: Readonly<Record<ComplaintReason, string>> = {
  suggestion: '提建议',
  service: '对办理或服务不满意',
  false: '内容不实',
  abusive: '辱骂、骚扰',
  privacy: '泄露了个人信息',
  advertising: '广告',
  unlawful: '违法',
  other: '其他',
}
export const subjectWords: Readonly<Record<ComplaintSubject['kind'], string>> = {
  report: '反映',
  shop: '店铺',
  person: '个人',
  message: '消息',
}
export const complaintWords: Readonly<Record<Complaint['status']['kind'], string>> = {
  open: '待答复',
  answered: '已答复',
}

export const importHeadings = [
  ...['时间', '表格', '操作人', '状态', '行数'],
  ...['新增', '修改', '没有变化', '有问题'],
] as const
export const importWords: Readonly<Record<ImportStatus['kind'], string>> = {
  checking: '正在检查',
  checked: '等待确认',
  running: '正在导入',
  done: '已导入',
  cancelled: '已取消',
  failed: '没有读成',
}
