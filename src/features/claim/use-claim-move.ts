import type { ClaimRow } from '#domain/contract/claim'
import type { ClaimMove } from '#domain/claim'
import { call } from '../../platform/cloud'
import { failureWords, type Failure } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { useShopsChanged } from './queries'
import { moveRefusalWords, unansweredWords } from './words'

interface Order {
  readonly move: ClaimMove
  readonly words: string
}

const wordsOf = (failure: Failure<keyof typeof moveRefusalWords>): string =>
  failureWords(failure, moveRefusalWords, unansweredWords)

/** Whatever the server says, claims are read again: a refused move then shows how the claim stands. */
export const useClaimMove = ({ id, version }: ClaimRow, onDone: (move: ClaimMove) => void) => {
  const keyed = useKeyed()
  const changed = useShopsChanged()
  const { busy, failure, run, forgetFailure } = useAct(async ({ move, words }: Order) => {
    const answer = await keyed({ move, words }, (key) => call(`claim.${move}`, { id, version, key, words }))
    if (answer.kind !== 'offline') await changed()
    return answer.kind === 'ok' ? { kind: 'ok' as const, value: move } : answer
  }, onDone)
  return { busy, run, forgetFailure, failure: failure === null ? null : wordsOf(failure) }
}
