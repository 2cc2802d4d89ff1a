import { useQueryClient } from '@tanstack/react-query'
import type { Input } from '#domain/contract/endpoints'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { moderationRefusals, offlineDecision } from './words'

/** One decision; the list is read again whatever came of it. */
export const useDecision = (onDone: () => void) => {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['moderation'] })
  const { run, busy, failure, forgetFailure } = useAct(
    async (decision: Input<'moderation.decide'>) => {
      const outcome = await call('moderation.decide', decision)
      if (outcome.kind === 'refused' && outcome.code !== 'reason-missing') await refresh()
      return outcome
    },
    async () => {
      await refresh()
      onDone()
    },
  )
  return {
    run,
    busy,
    forgetFailure,
    failure: failure && failureWords(failure, moderationRefusals, offlineDecision),
  }
}
