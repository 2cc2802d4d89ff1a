import { holdsShop } from '#domain/claim'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { isPhone } from '#domain/person'

import { invitationAt, listOpenClaimsOfShop, saveInvitation } from '../../store/claims'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { hashOf } from '../derived-id'
import { inShopTransaction } from '../shop/at-hand'
import { isStanding } from './offer'
import { mostAgents, readPlaces } from './places'

/** An owner names an agent by phone; an agent names nobody. The same phone again renews an invitation that still stands. */
export const inviteAgent: UseCase<'agent.invite'> = async (input, call) => {
  const { actor, now } = call
  const name = input.name.trim()
  if (!isPhone(input.phone)) return refuse('phone-impossible')
  if (name === '') return refuse('name-missing')
  const body = hashOf(input.shop, input.phone, name)
  return inShopTransaction(input.shop, call, async (tx, { shop, where }) => {
    if (!mayReach(actor, 'agent.invite', where)) return refuse('not-found')
    const holding = (await listOpenClaimsOfShop(shop.id)).filter(holdsShop)
    if (!holding.some(({ person, as }) => person === actor.id && as === 'owner'))
      return refuse('not-permitted')
    const places = await readPlaces(tx, shop.id)
    const standing = places.filter((one) => one !== null && isStanding(one, now))
    const before = standing.find((one) => one?.by === actor.id && one.key === input.key)
    if (before) return before.body === body ? become({}) : refuse('key-reused')
    const same = places.findIndex((one) => one?.phone === input.phone)
    const renewed = standing.some((one) => one?.phone === input.phone)
    const place = same === -1 ? places.findIndex((one) => one === null || !isStanding(one, now)) : same
    const agents = holding.filter(({ as }) => as === 'agent').length
    if (!renewed && (place === -1 || agents + standing.length >= mostAgents))
      return refuse('too-many-agents', { most: mostAgents })
    await saveInvitation(tx, {
      id: invitationAt(shop.id, place),
      district: shop.district,
      shop: shop.id,
      phone: input.phone,
      name,
      by: actor.id,
      at: now,
      key: input.key,
      body,
    })
    await audit(tx, occasionOf(call), 'agent.invited', `shops/${shop.id}`)
    return become({})
  })
}
