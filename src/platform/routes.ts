import type { Term } from '#domain/person'
import type { ReportScope } from '#domain/contract/report'
import type { ShopScope } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { backOrTo, openPage, replacePage } from './navigation'

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

/** From a page that only led there. */
export const intoChannel = (id: Id<'channel'>): void => {
  replacePage(`/packages/channel/chat/index?id=${encodeURIComponent(id)}`)
}

/** Where the card of a channel leads that is sent into a WeChat group. */
export const groupPath = (id: Id<'channel'>): string => withQuery('/packages/care/group/index', { id })

export const backToChannel = (id: Id<'channel'>): void => {
  backOrTo(`/packages/channel/chat/index?id=${encodeURIComponent(id)}`)
}

export const toFind = (id: Id<'channel'>): void => {
  openPage(`/packages/channel/find/index?id=${encodeURIComponent(id)}`)
}

/** A notice to be acknowledged: its words, and what to do with it. */
export const circularPath = (id: Id<'circular'>): string =>
  withQuery('/packages/channel/circular/index', { id })

export const toCircular = (id: Id<'circular'>): void => {
  openPage(circularPath(id))
}

export const toCircularForm = (): void => {
  openPage('/packages/channel/circular-form/index')
}

export const toCirculars = (): void => {
  openPage('/packages/channel/circulars/index')
}

/** Who has acknowledged it and who has not. */
export const toCircularShops = (id: Id<'circular'>): void => {
  openPage(`/packages/channel/circular-shops/index?id=${encodeURIComponent(id)}`)
}

export const toQuestions = (): void => {
  openPage('/packages/channel/questions/index')
}

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

/** 指导事项: one, a shop's, or of all shops the reader answers for. */
export const toGuidance = (
  of: { readonly item?: Id<'guidanceItem'>; readonly shop?: Id<'shop'> } = {},
): void => {
  openPage(withQuery('/packages/care/guidance/index', of))
}

/** 上门指导: one, a shop's, or 「今天的路线」. */
export const toVisits = (of: { readonly visit?: Id<'visit'>; readonly shop?: Id<'shop'> } = {}): void => {
  openPage(withQuery('/packages/care/visits/index', of))
}

interface Guided {
  readonly channel: Id<'channel'>
  readonly seq: number
  readonly words: string
  /** the name of the shop that said it */
  readonly shop: string
}

/** 「转为指导事项」: the message's words come along, and whose they are. */
export const toGuidanceForm = ({ seq, ...rest }: Guided): void => {
  openPage(withQuery('/packages/care/guidance-form/index', { ...rest, seq: String(seq) }))
}

export const backToVisits = (shop: Id<'shop'>): void => {
  backOrTo(withQuery('/packages/care/visits/index', { shop }))
}

export const toVisitForm = (shop: Id<'shop'>): void => {
  openPage(withQuery('/packages/care/visit-form/index', { shop }))
}

/** 困难台账: a shop's, of all shops the reader answers for, or the district's. */
export const toHardships = (
  of: { readonly shop?: Id<'shop'>; readonly scope?: 'caseload' | 'district' } = {},
): void => {
  openPage(withQuery('/packages/care/hardships/index', of))
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

/** What everybody may see of a shop; open to visitors. */
export const boardPath = (code: Id<'shopCode'>): string => withQuery('/packages/shop/public/index', { code })

export const toShopBoard = (code: Id<'shopCode'>): void => {
  openPage(boardPath(code))
}

export const toClaims = (): void => {
  openPage('/packages/shop/claims/index')
}

export const toCaseloads = (): void => {
  openPage('/packages/office/caseloads/index')
}

type OfficePage = 'menu' | 'roles' | 'caseloads' | 'handovers' | 'tree' | 'imports' | 'audit' | 'moderation'

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

export const toLibrary = (): void => {
  openPage('/packages/library/list/index')
}

/** Its newest edition: where the card of an article leads that is sent into a WeChat chat. */
export const articlePath = (id: Id<'article'>): string => withQuery('/packages/library/article/index', { id })

/** One edition, as it was sent; without it the newest. */
export const toArticle = (id: Id<'article'>, edition?: number): void => {
  openPage(`${articlePath(id)}${edition === undefined ? '' : `&edition=${String(edition)}`}`)
}

export const toDrafts = (): void => {
  openPage('/packages/library/drafts/index')
}

/** null: a new one */
export const toArticleEditor = (id: Id<'article'> | null): void => {
  openPage(`/packages/library/editor/index${id === null ? '' : `?id=${encodeURIComponent(id)}`}`)
}

/** 「存为常见问题」 of one message. */
export const toFaq = (channel: Id<'channel'>, seq: number): void => {
  openPage(`/packages/library/faq/index?channel=${encodeURIComponent(channel)}&seq=${String(seq)}`)
}

export const toCannedAnswers = (): void => {
  openPage('/packages/library/canned/index')
}
