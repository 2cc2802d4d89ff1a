import type { HardshipsOf, HardshipRow } from '#domain/contract/hardship'
import type { Hardship } from '#domain/hardship'
import { become, refuse, type Decision } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { countHardships, listHardships, listHardshipsOf } from '../../store/hardships'
import { cursorFrom, cursorText } from '../../store/page'
import type { Call, UseCase } from '../call'
import { shopsById } from '../care/at-shop'
import { findShopFor } from '../shop/at-hand'
import { headedBy } from '../shop/headed'

const rowsPerPage = 20
const shown = 100

interface Found {
  readonly hardships: readonly Hardship[]
  readonly next: string | null
  /** the reader answers these */
  readonly office: boolean
}

export const listHardshipsFor: UseCase<'hardship.list'> = async ({ of, open, cursor }, call) => {
  const found = await find(of, open, cursor, call)
  if (!found.ok) return found
  const { hardships, next, office } = found.value
  const shops = await shopsById(hardships.map(({ shop }) => shop))
  const rows = hardships.map(({ id, version, shop, kind, words, helper, at, status, by }): HardshipRow => ({
    ...{ id, version, shop, kind, words, helper, at, status },
    shopName: shops.get(shop)?.name ?? '',
    mine: by === call.actor.id,
    answerable: office && status.kind === 'open',
  }))
  return become({ rows, next })
}

const find = async (
  of: HardshipsOf,
  open: boolean,
  cursor: string | null,
  call: Call,
): Promise<Decision<Found, 'not-found' | 'not-permitted'>> => {
  const { actor } = call
  switch (of.kind) {
    case 'shop': {
      const at = await findShopFor('hardship.list', of.shop, call)
      if (!at) return refuse('not-found')
      const page = await listHardships({ shop: of.shop }, open, rowsPerPage, cursorFrom(cursor))
      const office = mayReach(actor, 'hardship.move', at.where)
      return become({ hardships: page.rows, next: cursorText(page.next), office })
    }
    case 'caseload': {
      const shops = (await headedBy(actor)).flatMap((caseload) => caseload.shops)
      return become({ hardships: await listHardshipsOf(shops, open, shown), next: null, office: true })
    }
    case 'district': {
      if (!mayReach(actor, 'hardship.counts', inDistrict(actor.district))) return refuse('not-permitted')
      const where = { district: actor.district, ...(of.only !== null && { kind: of.only }) }
      const page = await listHardships(where, open, rowsPerPage, cursorFrom(cursor))
      return become({ hardships: page.rows, next: cursorText(page.next), office: true })
    }
  }
}

export const countOfHardships: UseCase<'hardship.counts'> = async (_input, { actor }) =>
  become(await countHardships(actor.district))
