import { commands, type Actor } from '#domain/actor'
import {
  fieldsLeft,
  fillIn,
  type CannedAnswer,
  type CannedField,
  type CannedOwner,
} from '#domain/canned-answer'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { isOffice } from '#domain/channel'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { listCanned } from '../../store/canned-answers'
import { findStreet, listAgencies, namesOf } from '../../store/districts'
import { cursorFrom, cursorText } from '../../store/page'
import { findShops } from '../../store/shops'
import { nameHolders } from '../caseload/names'
import type { Call, UseCase } from '../call'
import { enter } from '../channel/enter'
import { mayChange } from './where'

const pageRows = 50

/** A head's own, the head's authority's and the district's; command's are those it edits. */
const ownersFor = async (actor: Actor): Promise<readonly CannedOwner[]> => {
  const acting = actor.grants.flatMap(({ role, agency }) => (role === 'head' && agency ? [agency] : []))
  const agencies = commands(actor, actor.district)
    ? (await listAgencies(actor.district)).map(({ id }) => id)
    : acting
  return [
    { kind: 'own', person: actor.id },
    ...[...new Set(agencies)].map((agency) => ({ kind: 'agency', agency }) as const),
    { kind: 'district' },
  ]
}

interface Facts {
  readonly trade: Id<'trade'> | null
  readonly fields: Partial<Readonly<Record<CannedField, string>>>
}

/** What is known of the shop of a private desk; in a group only its head. Null: no channel of this reader's office side. */
const factsFor = async (channel: Id<'channel'>, call: Call): Promise<Facts | null> => {
  const entered = await enter(call, channel)
  if (!entered || !isOffice(entered.standing)) return null
  const { caseload } = entered
  const head = caseload?.holder.kind === 'head' ? (await nameHolders([caseload]))(caseload.holder).name : null
  const headed = head === null ? {} : { 店长: head }
  if (entered.channel.kind !== 'desk') return { trade: null, fields: headed }
  const [shop] = await findShops([entered.channel.shop])
  if (!shop) return { trade: null, fields: headed }
  const [trades, street] = await Promise.all([
    namesOf('trades', [shop.trade]),
    findStreet(shop.district, shop.street),
  ])
  const trade = trades.get(shop.trade)
  return {
    trade: shop.trade,
    fields: {
      ...headed,
      店名: shop.name,
      ...(trade === undefined ? {} : { 行业: trade }),
      ...(street ? { 街道: street.name } : {}),
    },
  }
}

export const listCannedAnswers: UseCase<'cannedAnswer.list'> = async ({ channel, topic, cursor }, call) => {
  const { actor } = call
  const own = { ...inDistrict(actor.district), heads: [actor.id] }
  if (!mayReach(actor, 'cannedAnswer.list', own)) return refuse('not-found')
  const facts: Facts | null = channel === null ? { trade: null, fields: {} } : await factsFor(channel, call)
  if (!facts) return refuse('not-found')
  const narrowed = { trade: facts.trade, topic }
  const owners = await ownersFor(actor)
  const page = await listCanned(actor.district, owners, narrowed, pageRows, cursorFrom(cursor))
  return become({ rows: page.rows.map(rowOf), next: cursorText(page.next) })

  function rowOf(answer: CannedAnswer) {
    const { id, of, text, version } = answer
    const filled = fillIn(text.words, facts?.fields ?? {})
    return {
      ...{ id, version, filled, of: of.kind, topic: text.topic, trades: text.trades, words: text.words },
      left: fieldsLeft(filled),
      mine: mayChange(actor, 'cannedAnswer.save', answer),
    }
  }
}
