import { cancelMove } from '#domain/caseload'
import { become, refuse } from '#domain/kernel/result'

import { withTransaction } from '../../cloud/transaction'
import { findHandOver, saveHandOver } from '../../store/caseloads'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'

export const cancel: UseCase<'handover.cancel'> = ({ id, version }, call) =>
  withTransaction(async (tx) => {
    const planned = await findHandOver(tx, call.actor.district, id)
    if (!planned) return refuse('not-found')
    const decided = cancelMove(planned, version, call)
    if (!decided.ok) return decided
    await saveHandOver(tx, decided.value)
    await audit(tx, occasionOf(call), 'handover.cancelled', `handovers/${id}`)
    return become({})
  })
