import { db, type Documents, type Transaction } from './database'

const tries = 8

/** The service's own words for a lost race; inside a callback the SDK drops the code and keeps the message. */
const conflict = /TRANSACTION_CONFLICT|TransactionConflict|WriteConflict/i
const duplicate = /E11000|duplicate key|DUPLICATE_WRITE/i

const wordsOf = (error: unknown): string => {
  if (error instanceof Error) return `${error.message} ${'errMsg' in error ? String(error.errMsg) : ''}`
  return typeof error === 'object' && error !== null ? JSON.stringify(error) : String(error)
}

export const isDuplicate = (error: unknown): boolean => duplicate.test(wordsOf(error))

/** Where the service says so: it was the id that is taken, not another unique index (MongoDB's words for error 11000). */
export const isIdTaken = (error: unknown): boolean => /E11000.*index: _id_? /.test(wordsOf(error))

const isLostRace = (error: unknown): boolean => conflict.test(wordsOf(error)) || isDuplicate(error)

const pause = (attempt: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * Math.min(1_000, 10 * 2 ** attempt))
  })

const rollBack = async (tx: Transaction) => {
  try {
    await tx.rollback()
  } catch (error) {
    // The service ends a conflicted transaction itself: then there is nothing left to roll back.
    if (!/TransactionNotExist/i.test(wordsOf(error))) console.warn('rollback refused', wordsOf(error))
  }
}

/** A decision that refuses. */
const isNo = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === false

/**
 * Runs a change in a transaction, strictly one operation after the other. A lost race (write conflict or duplicate
 * `_id`) rolls back and runs the whole callback again, at most 8 times with full jitter; any other error is thrown. A refusal changes
 * nothing, whatever was written on the way to it.
 */
export const withTransaction = async <T>(run: (tx: Documents) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    const tx = await db.startTransaction()
    try {
      const result = await run(tx)
      if (isNo(result)) await rollBack(tx)
      else await tx.commit()
      return result
    } catch (error) {
      await rollBack(tx)
      if (attempt >= tries || !isLostRace(error)) throw error
      await pause(attempt)
    }
  }
}
