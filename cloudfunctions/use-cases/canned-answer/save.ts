import { checkCanned, rewriteCanned, type CannedAnswer, type CannedOwner } from '#domain/canned-answer'
import type { Input } from '#domain/contract/endpoints'
import { become, refuse } from '#domain/kernel/result'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findCanned, saveCanned } from '../../store/canned-answers'
import { findAgency } from '../../store/districts'
import { checkLines } from '../article/check'
import { areTrades } from '../article/save'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { mayChange } from './where'

type Saving = Input<'cannedAnswer.save'>

/** Null where there is no such authority here. */
const ownerOf = async ({ of }: Saving, { actor }: Call): Promise<CannedOwner | null> => {
  switch (of.kind) {
    case 'own':
      return { kind: 'own', person: actor.id }
    case 'district':
      return { kind: 'district' }
    case 'agency':
      return (await findAgency(actor.district, of.agency)) && of
  }
}

/** A repeat of the key gives the first answer. What a head keeps to itself is checked when it is sent. */
export const saveCannedAnswer: UseCase<'cannedAnswer.save'> = async (input, call) => {
  const { actor, now } = call
  const { district } = actor
  const id = input.id ?? derivedId<'cannedAnswer'>(actor.id, 'cannedAnswer.save', input.key)
  const seen = await findCanned(db, district, id)
  const of = seen ? seen.of : input.id === null ? await ownerOf(input, call) : null
  if (!of || !mayChange(actor, 'cannedAnswer.save', { district, of })) return refuse('not-found')
  const body = hashOf(input.topic, input.trades, input.words)
  if (seen?.saved.key === input.key) return repeated(seen, body)
  const text = checkCanned({ topic: input.topic, trades: input.trades, words: input.words })
  if (!text.ok) return text
  if (!(await areTrades(input.trades))) return refuse('unknown-trade')
  if (of.kind !== 'own') {
    const checked = await checkLines([text.value.words], actor.id, false)
    if (!checked.ok) return checked
  }
  return withTransaction(async (tx) => {
    const before = await findCanned(tx, district, id)
    if (before?.saved.key === input.key) return repeated(before, body)
    if (before ? before.status === 'removed' : input.id !== null) return refuse('not-found')
    const saved = { key: input.key, body }
    const fresh: CannedAnswer = { id, district, of, text: text.value, version: 1, status: 'kept', saved }
    const next = before ? rewriteCanned(before, input.version ?? 0, text.value, saved) : become(fresh)
    if (!next.ok) return next
    await saveCanned(tx, next.value, now)
    await audit(tx, occasionOf(call), 'cannedAnswer.saved', `cannedanswers/${id}`, {
      detail: { of: of.kind },
    })
    return become({ id, version: next.value.version })
  })
}

const repeated = ({ id, version, saved }: CannedAnswer, body: string) =>
  saved.body === body ? become({ id, version }) : refuse('key-reused')
