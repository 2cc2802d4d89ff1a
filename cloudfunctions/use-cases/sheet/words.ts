import type { AuditedAct } from '#domain/audit'
import type { CellFault, MadeKind, SheetKind } from '#domain/sheet'

/** The words of the workbooks themselves: they are read in a spreadsheet program, where no screen of ours stands by. */
export const sheetNames: Readonly<Record<MadeKind, string>> = {
  streets: '街道',
  cells: '网格',
  departments: '部门',
  people: '人员',
  shops: '店铺',
  assignments: '包保分配',
  staff: '从业人员',
  caseloads: '店长与店铺',
  tree: '包保责任',
  claims: '店铺认领',
  reports: '反映',
  complaints: '投诉建议',
  imports: '导入记录',
  audit: '操作记录',
  handovers: '交接记录',
  problems: '导入问题',
  circular: '通知回执',
}

export const faultWords: Readonly<Record<CellFault, string>> = {
  missing: '没有填写',
  'too-long': '太长',
  'not-a-number': '不是数字',
  'out-of-range': '超出范围',
  'not-a-day': '不是日期',
  'not-a-phone': '不是手机号',
  'not-one-of': '不在可选的值里',
  unknown: '系统里没有',
  ambiguous: '有多个同名，无法确定',
  duplicate: '与前面的行重复',
  'outside-remit': '不在该机构的职权范围内',
  'too-many': '店长名下的店铺已满',
  'holds-shops': '名下还有店铺，不能取消店长',
  'last-command': '最后一个区指挥部，不能取消',
  masked: '带星号，与系统里的对不上',
}

export const actWords: Readonly<Record<AuditedAct, string>> = {
  'consent.given': '同意条款',
  'phone.verified': '验证手机号',
  'account.changed': '修改账号',
  'account.exported': '导出个人数据',
  'account.deleted': '注销账号',
  'role.granted': '授予角色',
  'role.revoked': '取消角色',
  'role.awaiting': '角色待绑定',
  'roster.changed': '修改人员',
  'field.unmasked': '查看隐藏信息',
  'shop.changed': '修改店铺',
  'shop.staffed': '修改从业人员',
  'claim.moved': '认领店铺',
  'agent.invited': '邀请经办人',
  'caseload.moved': '分配店铺',
  'caseload.deputised': '指定副店长',
  'handover.cancelled': '取消交接',
  'handover.carriedOut': '完成交接',
  'import.started': '上传表格',
  'import.committed': '确认导入',
  'import.ended': '导入结束',
  'export.asked': '导出表格',
  'export.opened': '下载导出的表格',
  'complaint.answered': '答复举报',
  'report.moved': '办理反映',
  'content.decided': '内容审核',
  'message.hidden': '隐藏消息',
  'question.settled': '办结提问',
  'article.saved': '编写指南',
  'article.published': '发布指南',
  'article.withdrawn': '撤下指南',
  'cannedAnswer.saved': '编写话术',
  'cannedAnswer.removed': '删除话术',
  'circular.sent': '发须确认通知',
  'circular.reminded': '提醒回执',
  'circular.closed': '结束回执',
  'guidance.moved': '指导事项',
  'visit.moved': '上门指导',
  'hardship.moved': '困难台账',
  'channel.bound': '绑定微信群',
}

/** What a cell of this column must hold; columns that take any short text are not listed. */
export const columnRules: Readonly<Record<SheetKind, Readonly<Record<string, string>>>> = {
  streets: { position: '整数，决定排列顺序' },
  cells: {
    street: '已有的街道名称',
    community: '网格所在的社区；一个社区就是一个网格的，可以空着',
    name: '同一街道内不能重名，例如“春晖社区第一网格”',
    lng: '国测局坐标（GCJ-02）的经度，须在本区范围内',
    lat: '国测局坐标（GCJ-02）的纬度',
    position: '整数，决定排列顺序',
  },
  departments: { position: '整数，决定排列顺序' },
  people: {
    number: '本单位的人员编号，再次导入时按它更新，不会重复',
    phone: '11位手机号；本人在小程序里验证这个号码后即获得角色',
    roles: '多个角色用“；”隔开；街道负责人、网格员、处置人员后面写“：”和范围，网格写成“街道/网格”',
    agency: '已有的机构名称，决定职权；没有则空着',
    spot: '楼长、路长、场长等负责的具体地点，例如“迎春社区 3 号楼”；职务写“楼长”，角色写所在网格的网格员；有地点的人只列在包保责任里，不能办件',
  },
  shops: {
    number: '登记编号，再次导入时按它更新，不会重复',
    area: '平方米，数字',
    places: '座位、床位或淋浴位的个数，整数',
    street: '已有的街道名称',
    cell: '这个街道里已有的网格名称',
    ownerPhone: '11位手机号',
    licenceUntil: '日期，例如 2026-11-23，或“长期”',
    hygieneUntil: '日期，例如 2026-11-23',
    foodUntil: '日期，例如 2026-11-23',
  },
  assignments: {
    shop: '已有店铺的登记编号',
    head: '已有店长的工号',
    deputy: '已有店长的工号；同一店长名下要一致',
  },
}

export const guideHeadings = ['列名', '是否必填', '填写要求', '可选的值', '例子'] as const
export const guideName = '填写说明'
export const yesNo = { yes: '必填', no: '选填' } as const
export const nobody = { clock: '系统', gone: '已注销' } as const

export const handOverHeadings = ['时间', '移出', '接收', '店铺数', '操作人', '状态'] as const
export const handOverWords = {
  planned: '待生效',
  done: '已完成',
  cancelled: '已取消',
  failed: '未完成',
} as const
export const auditHeadings = ['时间', '操作', '操作人', '对象', '涉及人', '内容', '事由'] as const
export const problemHeadings = ['工作表', '行', '列', '问题', '填写的内容'] as const
export const circularHeadings = ['登记编号', '店铺', '地址', '回执', '确认人', '确认时间', '自查'] as const
export const circularWords = {
  known: '已知晓',
  waiting: '未确认',
  absent: '未登录，请电话通知',
  checked: '已交自查',
} as const
