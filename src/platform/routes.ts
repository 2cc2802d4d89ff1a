import type { Term } from '#domain/person'
import type { ReportScope } from '#domain/contract/report'
import type { ShopScope } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { backOrTo, openPage } from './navigation'

export const toReport = (id: Id<'report'>): void => {
  openPage(`/packages/report/detail/index?id=${encodeURIComponent(id)}`)
}

export const toReports = (scope: ReportScope): void => {
  openPage(`/packages/report/list/index?scope=${scope}`)
}

export const toStreet = (): void => {
  openPage('/packages/report/street/index')
}

export const toTerms = (term: Term): void => {
  openPage(`/packages/account/terms/index?term=${term}`)
}

export const toAccount = (): void => {
  openPage('/packages/account/data/index')
}

export const toComplaints = (scope: 'mine' | 'work'): void => {
  openPage(`/packages/account/complaints/index?scope=${scope}`)
}

export const backToComplaints = (): void => {
  backOrTo('/packages/account/complaints/index?scope=mine')
}

export const toComplaintForm = (): void => {
  openPage('/packages/account/complain/index')
}

/** A channel's page, at its newest or at one of its messages. */
export const toChannel = (id: Id<'channel'>, seq?: number): void => {
  const at = seq === undefined ? '' : `&seq=${String(seq)}`
  openPage(`/packages/channel/chat/index?id=${encodeURIComponent(id)}${at}`)
}

export const toShop = (id: Id<'shop'>): void => {
  openPage(`/packages/shop/detail/index?id=${encodeURIComponent(id)}`)
}

export const backToShop = (id: Id<'shop'>): void => {
  backOrTo(`/packages/shop/detail/index?id=${encodeURIComponent(id)}`)
}

export const toShops = (scope: ShopScope): void => {
  openPage(`/packages/shop/list/index?scope=${scope}`)
}

export const toShopEdit = (id: Id<'shop'>): void => {
  openPage(`/packages/shop/edit/index?id=${encodeURIComponent(id)}`)
}

export const toShopCode = (id: Id<'shop'>): void => {
  openPage(`/packages/shop/code/index?id=${encodeURIComponent(id)}`)
}

export const toShopBoard = (code: Id<'shopCode'>): void => {
  openPage(`/packages/shop/public/index?code=${encodeURIComponent(code)}`)
}

export const toClaims = (): void => {
  openPage('/packages/shop/claims/index')
}

export const toCaseloads = (): void => {
  openPage('/packages/office/caseloads/index')
}

type OfficePage = 'menu' | 'roles' | 'caseloads' | 'handovers' | 'tree' | 'imports' | 'audit'

export const officePath = (page: OfficePage): string => `/packages/office/${page}/index`

export const toOffice = (page: OfficePage): void => {
  openPage(officePath(page))
}

export const toMove = (caseload: Id<'caseload'>): void => {
  openPage(`/packages/office/move/index?id=${encodeURIComponent(caseload)}`)
}

/** One caseload's, or the district's. */
export const toHandOvers = (caseload: Id<'caseload'> | null): void => {
  openPage(
    caseload === null
      ? officePath('handovers')
      : `${officePath('handovers')}?caseload=${encodeURIComponent(caseload)}`,
  )
}

export const toImport = (id: Id<'import'>): void => {
  openPage(`/packages/office/import/index?id=${encodeURIComponent(id)}`)
}
