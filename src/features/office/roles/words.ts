import type { Role } from '#domain/actor'
import type { OfficeRole } from '#domain/role'

export const roleWords: Record<OfficeRole, string> = {
  head: '店长',
  clerk: '审批窗口',
  handler: '处置人员',
  street: '街道负责人',
  leader: '志愿队长',
  moderator: '内容审核',
  grid: '网格员',
  assessor: '第三方督查',
  command: '区指挥部',
}

/** What the role is for, in a line. */
export const roleNotes: Record<OfficeRole, string> = {
  head: '包一片店铺，帮办、提醒、上门',
  clerk: '受理和审批许可',
  handler: '处理反映的问题',
  street: '看本街道的店铺和问题',
  leader: '组织志愿活动',
  moderator: '看举报和投诉建议',
  grid: '分派本网格的反映',
  assessor: '按任务抽查',
  command: '管理岗位、店铺和数据',
}

const others: Record<Exclude<Role, OfficeRole>, string> = {
  resident: '居民',
  owner: '业户',
  volunteer: '志愿者',
}

export const anyRoleWord = (role: string): string =>
  (({ ...roleWords, ...others }) as Readonly<Record<string, string>>)[role] ?? '一个岗位'
