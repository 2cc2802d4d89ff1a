import type { Role } from '#domain/actor'

export const roleWords: Record<Role, string> = {
  resident: '居民',
  owner: '业户',
  volunteer: '志愿者',
  head: '店长',
  clerk: '审批窗口',
  handler: '处置部门',
  street: '街道负责人',
  leader: '志愿队长',
  moderator: '内容审核',
  grid: '网格员',
  assessor: '第三方督查',
  command: '区指挥部',
}
