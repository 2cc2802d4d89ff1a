import { officeRoles, scopeOf, type OfficeRole } from '../role'
import { folded, type Reading } from './cell'

/** How the office's sheets name a role; the words of the product's own screens stand with their features. */
export const roleWords = {
  head: '店长',
  clerk: '审批窗口',
  handler: '处置人员',
  street: '街道负责人',
  leader: '志愿队长',
  moderator: '内容审核',
  grid: '网格员',
  assessor: '督查',
  command: '区指挥部',
} as const satisfies Record<OfficeRole, string>

/** One role of a cell such as 「店长；网格员：迎春街道/春晖社区」: its place as written, null for the whole district. */
export interface WrittenRole {
  readonly role: OfficeRole
  readonly place: string | null
}

const between = /[;；、\n]/
const beforePlace = /[:：]/

export const readRoles = (text: string): Reading<readonly WrittenRole[]> => {
  const roles: WrittenRole[] = []
  for (const part of text.split(between).filter((one) => folded(one) !== '')) {
    const at = part.search(beforePlace)
    const word = folded(at === -1 ? part : part.slice(0, at))
    const place = at === -1 ? '' : part.slice(at + 1).trim()
    const role = officeRoles.find((one) => folded(roleWords[one]) === word)
    if (role === undefined) return { ok: false, fault: 'not-one-of' }
    const placed = scopeOf[role] !== 'district'
    if (placed !== (folded(place) !== '')) return { ok: false, fault: placed ? 'missing' : 'not-one-of' }
    roles.push({ role, place: placed ? place : null })
  }
  return roles.length === 0 ? { ok: false, fault: 'missing' } : { ok: true, value: roles }
}

export const writeRoles = (roles: readonly WrittenRole[]): string =>
  roles.map(({ role, place }) => roleWords[role] + (place === null ? '' : `：${place}`)).join('；')
