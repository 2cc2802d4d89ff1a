import type { Actor } from '#domain/actor'
import { reminderPause, standingShops, tallyOf } from '#domain/circular'
import { channelIdOf, isOffice, shopsSpokenFor, type Standing } from '#domain/channel'
import type { AskedShop, CheckView, CircularView } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'

import { findAcknowledgements, type Acknowledgement } from '../../store/circulars'
import { findNames } from '../../store/people'
import { findShops } from '../../store/shops'
import { seesChecks, type Found } from './find'

type Names = ReadonlyMap<string, string>

export const viewCheck = (acknowledgement: Acknowledgement | undefined, names: Names): CheckView | null => {
  const check = acknowledgement?.check ?? null
  return check && { at: check.at, who: names.get(check.by) ?? '', answers: check.answers }
}

/** The reader's own shops that it still speaks to. */
const ownShops = (actor: Actor, { circular, caseload }: Found): readonly Id<'shop'>[] => {
  const mine = shopsSpokenFor(actor, { kind: 'store', caseload: caseload.id }, caseload)
  const here = new Set(standingShops(circular, caseload))
  return [...new Set(mine)].filter((shop) => here.has(shop))
}

const officeView = (actor: Actor, { circular, caseload }: Found): CircularView['office'] => {
  const { left, checked } = tallyOf(circular, caseload)
  const { reminded, aim } = circular
  return {
    ...{ aim, left, checked },
    seesChecks: seesChecks(actor, caseload),
    remindFrom: reminded && asInstant(reminded.at + reminderPause),
  }
}

/** As this member of the group sees it: the words and the count, one's own shops, and for the office how it stands. */
export const viewCircular = async (
  actor: Actor,
  found: Found & { readonly standing: Standing },
): Promise<CircularView> => {
  const { circular, caseload, standing } = found
  const mine = ownShops(actor, found)
  const [shops, acknowledged] = await Promise.all([findShops(mine), findAcknowledgements(circular.id, mine)])
  const people = [...acknowledged.values()].flatMap(({ check }) => check?.by ?? [])
  const names = await findNames([circular.by, ...people])
  const waiting = new Set(circular.waiting)
  const asked = shops.map(({ id, name }): AskedShop => ({
    ...{ id, name, known: !waiting.has(id) },
    check: viewCheck(acknowledged.get(id), names),
  }))
  const { id, title, words, items, at, seq, status, by } = circular
  const { shops: count, known } = tallyOf(circular, caseload)
  return {
    ...{ id, title, words, items, at, seq, asked, known, shops: count },
    channel: channelIdOf({ kind: 'store', caseload: caseload.id }),
    who: names.get(by) ?? '',
    standing: circular.standing,
    status: status.kind,
    office: isOffice(standing) ? officeView(actor, found) : null,
  }
}
