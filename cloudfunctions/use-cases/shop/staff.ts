import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { changeStaff } from '#domain/shop'

import { saveShop } from '../../store/shops'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'
import { inShopTransaction } from './at-hand'

export const setStaff: UseCase<'shop.staff'> = ({ id, version, staff }, call) =>
  inShopTransaction(id, call, async (tx, { shop, where }) => {
    if (!mayReach(call.actor, 'shop.staff', where)) return refuse('not-found')
    const changed = changeStaff(shop, version, staff)
    if (!changed.ok) return changed
    if (changed.value !== shop) {
      await saveShop(tx, changed.value)
      await audit(tx, occasionOf(call), 'shop.staffed', `shops/${id}`, { detail: { staff: staff.length } })
    }
    return become({ version: changed.value.version })
  })
