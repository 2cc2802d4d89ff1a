import type { Id } from '#domain/kernel/id'

import { command, db, type Documents } from '../cloud/database'
import type { CollectionDeclaration } from './index-declaration'

/** `{_id: random key, n}` and nothing else: the only documents a client may read itself. */
export const signalCollection: CollectionDeclaration = { collection: 'signals', indexes: [] }

export const signalDocument = (key: Id<'signal'>) => ({ _id: key, n: 0 })

export const addSignal = (tx: Documents, key: Id<'signal'>) =>
  tx.collection('signals').add({ data: signalDocument(key) })

/** "Something newer than n exists." A hint: it may rise twice for one thing, and is never in a transaction. */
export const raiseSignal = async (key: Id<'signal'>): Promise<void> => {
  await db
    .collection('signals')
    .doc(key)
    .update({ data: { n: command.inc(1) } })
}

/** Room after each message's number for whatever else changes in its channel. */
const perMessage = 1_000_000

/** "This message is there": told twice of one message, it rises once. */
export const raiseSignalFor = async (key: Id<'signal'>, seq: number): Promise<void> => {
  await db
    .collection('signals')
    .doc(key)
    .update({ data: { n: command.max(seq * perMessage) } })
}

export const removeSignal = (key: Id<'signal'>) => db.collection('signals').doc(key).remove()
