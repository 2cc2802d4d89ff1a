import type { Action } from './action'
import { text } from './body'

const startTransaction: Action = ({ environment, caller }) => ({
  transactionId: environment.transactions.start(caller?.ended).id,
})

const commitTransaction: Action = ({ environment, body }) => {
  environment.transactions.get(text(body, 'transactionId')).commit()
  return {}
}

const abortTransaction: Action = ({ environment, body }) => {
  environment.transactions.get(text(body, 'transactionId')).abort()
  return {}
}

export const transactionActions = {
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
} satisfies Record<string, Action>
