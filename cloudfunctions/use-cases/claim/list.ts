import { commands, hasRole } from '#domain/actor'
import { claimMovesOpenTo, type Claim } from '#domain/claim'
import { headsOf, type Caseload } from '#domain/caseload'
import type { ClaimRow } from '#domain/contract/claim'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { become } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'
import { maskName, maskPhone } from '#domain/person'

import { temporaryUrls } from '../../cloud/files'
import { listCaseloadsOf, listCaseloadsOfShops } from '../../store/caseloads'
import { listClaims, type ClaimOwner } from '../../store/claims'
import { cursorFrom, cursorText } from '../../store/page'
import { findIdentities } from '../../store/people'
import { findShops } from '../../store/shops'
import type { Call, UseCase } from '../call'

const rowsPerPage = 20

/** My own claims; or those that come to me as head, deputy, command or fellow owner: the open ones wait for a word. */
export const list: UseCase<'claim.list'> = async ({ scope, filter, cursor }, call) => {
  const owners = await ownersOf(scope, filter, call)
  const [standing, rest] = splitCursor(cursor)
  const claims: Claim[] = []
  for (const [position, owner] of owners.entries()) {
    if (position < standing) continue
    const from = position === standing ? cursorFrom(rest) : null
    const page = await listClaims(owner, rowsPerPage - claims.length, from)
    claims.push(...page.rows)
    const next = page.next && `${String(position)}|${cursorText(page.next) ?? ''}`
    const onward = claims.length >= rowsPerPage && position + 1 < owners.length
    if (next !== null || onward)
      return become({ rows: await rowsOf(claims, call), next: next ?? `${String(position + 1)}|` })
  }
  return become({ rows: await rowsOf(claims, call), next: null })
}

const shopsAtOnce = 200

/** Each of these lists runs over its own index, one after the other. */
const ownersOf = async (
  scope: Input<'claim.list'>['scope'],
  filter: Input<'claim.list'>['filter'],
  { actor }: Call,
): Promise<readonly ClaimOwner[]> => {
  const waits = filter === 'open' ? ({ waits: true } as const) : {}
  if (scope === 'mine') return [{ person: actor.id, ...(filter === 'open' ? { open: true } : {}) }]
  if (mayReach(actor, 'claim.list', inDistrict(actor.district)))
    return [{ district: actor.district, ...waits }]
  const caseloads = hasRole(actor, 'head') ? await listCaseloadsOf(actor.id) : []
  const headed = caseloads.filter(({ district }) => district === actor.district).flatMap((one) => one.shops)
  const owned = actor.grants.flatMap(({ scope: at }) => (at.kind === 'shop' ? [at.shop] : []))
  const shops = [...new Set([...headed, ...owned])]
  const chunks = Array.from({ length: Math.ceil(shops.length / shopsAtOnce) }, (_, at) =>
    shops.slice(at * shopsAtOnce, (at + 1) * shopsAtOnce),
  )
  return chunks.map((shop) => ({ shop, ...waits }))
}

const splitCursor = (cursor: string | null): readonly [number, string | null] => {
  if (cursor === null) return [0, null]
  const [position = '0', rest = ''] = cursor.split('|')
  return [Number(position) || 0, rest === '' ? null : rest]
}

/** A licence's photo is for whoever decides, and for whoever took it; a fellow owner reads who claims, and how. */
const maySeePhotos = (claim: Claim, actor: Call['actor'], heads: readonly Id<'person'>[]): boolean =>
  claim.person === actor.id || heads.includes(actor.id) || commands(actor, claim.district)

const startOf = ({ id, history }: Claim): ClaimRow['at'] => {
  const [first] = history
  if (!first) throw new Error(`claim ${id} has no history`)
  return first.at
}

const rowsOf = async (claims: readonly Claim[], { actor }: Call): Promise<readonly ClaimRow[]> => {
  if (claims.length === 0) return []
  const shopIds = [...new Set(claims.map(({ shop }) => shop))]
  const [shops, caseloads, identities, urls] = await Promise.all([
    findShops(shopIds),
    listCaseloadsOfShops(shopIds),
    findIdentities(claims.map(({ person }) => person)),
    temporaryUrls(claims.flatMap(({ photos }) => photos)),
  ])
  const headsFor = (claim: Claim) => {
    const caseload = caseloads.find((one: Caseload) => one.shops.includes(claim.shop))
    return caseload ? headsOf(caseload) : []
  }
  return claims.map((claim): ClaimRow => {
    const shop = shops.find(({ id }) => id === claim.shop)
    const identity = identities.get(claim.person)
    const { name = '', phone = null } = identity ?? {}
    const shown = claim.person === actor.id ? name : maskName(name)
    return {
      id: claim.id,
      version: claim.version,
      shop: claim.shop,
      shopName: shop?.name ?? '',
      address: shop?.address ?? '',
      claimant: shown === '' && phone !== null ? maskPhone(phone) : shown,
      as: claim.as,
      way: claim.way,
      at: startOf(claim),
      status: claim.status,
      photos: maySeePhotos(claim, actor, headsFor(claim))
        ? claim.photos.flatMap((photo) => urls.get(photo) ?? [])
        : [],
      moves: claimMovesOpenTo(claim, actor, headsFor(claim)),
    }
  })
}
