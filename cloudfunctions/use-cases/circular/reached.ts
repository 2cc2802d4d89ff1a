import { isAimedAt, type Aim } from '#domain/circular'
import type { Caseload } from '#domain/caseload'
import type { CircularTarget } from '#domain/contract/circular'
import type { EndpointName } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { mayReach } from '#domain/permission'
import type { Post } from '#domain/notice'
import { inDistrict } from '#domain/reach'

import { findCaseloads, listCaseloads } from '../../store/caseloads'
import { findHeldPosts } from '../../store/people'
import { findShops } from '../../store/shops'
import type { Call } from '../call'
import { answersFor } from './find'

const caseloadsPerPage = 100

const everyGroup = async (district: Id<'district'>): Promise<readonly Caseload[]> => {
  const found: Caseload[] = []
  for (let after = ''; ;) {
    const page = await listCaseloads(district, 'head', after, caseloadsPerPage)
    found.push(...page)
    const last = page.at(-1)
    if (!last || page.length < caseloadsPerPage) return found
    after = last.id
  }
}

/** The groups somebody writes to; null where one of them is not theirs to write to. */
export const groupsOf = async (
  to: CircularTarget,
  endpoint: EndpointName,
  { actor }: Call,
): Promise<readonly Caseload[] | null> => {
  if (to.kind === 'district')
    return mayReach(actor, endpoint, inDistrict(actor.district)) ? everyGroup(actor.district) : null
  const wanted = [...new Set(to.caseloads)]
  const found = await findCaseloads(wanted)
  const mine = found.filter(
    (caseload) => caseload.holder.kind === 'head' && answersFor(actor, endpoint, caseload),
  )
  return mine.length === wanted.length ? mine : null
}

export interface Reached {
  readonly caseload: Caseload
  readonly shops: readonly Id<'shop'>[]
}

const groupsAtOnce = 4

/** In each group the shops a circular is for; groups without one are left out. */
export const reachedIn = async (
  groups: readonly Caseload[],
  aim: Aim,
  now: Instant,
): Promise<readonly Reached[]> => {
  const reached: Reached[] = []
  for (let from = 0; from < groups.length; from += groupsAtOnce)
    reached.push(
      ...(await Promise.all(
        groups.slice(from, from + groupsAtOnce).map(async (caseload) => {
          const shops = await findShops(caseload.shops)
          return { caseload, shops: shops.filter((shop) => isAimedAt(aim, shop, now)).map(({ id }) => id) }
        }),
      )),
    )
  return reached.filter(({ shops }) => shops.length > 0)
}

export const ownersOf = (shop: Id<'shop'>): Post => `owner:${shop}`

/** Those of the shops where nobody has signed in yet. */
export const absentAmong = async (shops: readonly Id<'shop'>[]): Promise<ReadonlySet<Id<'shop'>>> => {
  const held = await findHeldPosts(shops.map(ownersOf))
  return new Set(shops.filter((shop) => !held.has(ownersOf(shop))))
}
