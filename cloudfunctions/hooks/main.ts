import { asInstant } from '#domain/kernel/instant'

import { invocation } from '../cloud/invocation'
import { takeCheckResult, type PushedEvent } from '../use-cases/channel/check-result'

/** WeChat's callbacks' door: results of checks that we asked for ourselves. People are refused, and so is every other message. */
export const main = async (event: PushedEvent | null) => {
  const { source } = invocation()
  const now = asInstant(Date.now())
  if (source !== 'other') return { refused: 'not-permitted' }
  return event && (await takeCheckResult(event, now)) ? { taken: true } : { refused: 'not-found' }
}
