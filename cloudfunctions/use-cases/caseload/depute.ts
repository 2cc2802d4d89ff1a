import { nameDeputy } from '#domain/caseload'
import { become, refuse } from '#domain/kernel/result'

import { withTransaction } from '../../cloud/transaction'
import { findCaseload, saveCaseload } from '../../store/caseloads'
import { findEntry, saveEntry } from '../../store/roster'
import { audit, occasionOf } from '../audit/write'
import type { UseCase } from '../call'

/** Names or removes the deputy, who is one of the roster's heads. */
export const depute: UseCase<'caseload.depute'> = ({ id, version, deputy }, call) =>
  withTransaction(async (tx) => {
    const { district } = call.actor
    const caseload = await findCaseload(tx, district, id)
    if (!caseload) return refuse('not-found')
    const entry = deputy && (await findEntry(tx, district, deputy))
    if (deputy !== null && entry?.grants.some(({ role }) => role === 'head') !== true)
      return refuse('not-a-head')
    const officer = entry && { entry: entry.id, person: entry.person }
    const decided = nameDeputy(caseload, officer, version)
    if (!decided.ok) return decided
    await saveCaseload(tx, decided.value)
    // The entry is written again so that whoever signs in for it at this moment conflicts, and is seated here as well.
    if (entry) await saveEntry(tx, { ...entry, version: entry.version + 1 })
    await audit(tx, occasionOf(call), 'caseload.deputised', `caseloads/${id}`, {
      person: officer?.person ?? null,
      detail: { deputy: deputy ?? '' },
    })
    return become({ version: decided.value.version })
  })
