import { asInstant } from '#domain/kernel/instant'

import { invocation } from '../cloud/invocation'
import { deliverWaiting } from '../use-cases/outbox/deliver'

/** The clock's door: only a timer opens it. */
export const main = async () => {
  const { source } = invocation()
  if (source !== 'timer') return { refused: 'not-permitted' }
  return deliverWaiting(asInstant(Date.now()))
}
