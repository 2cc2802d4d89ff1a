import { useQueryClient } from '@tanstack/react-query'
import type { CommonRefusal } from '#domain/contract/reply'
import type { Id } from '#domain/kernel/id'
import { failureWords, type Failure, type Outcome } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { shopKey } from './queries'
import { staleWords, unansweredWords } from './words'

const savedWords = <R extends string>(
  failure: Failure<R>,
  own: Readonly<Record<Exclude<R, CommonRefusal>, string>>,
): string =>
  failure.kind === 'refused' && failure.code === 'stale'
    ? staleWords
    : failureWords(failure, own, unansweredWords)

/** A change of the shop. Whatever the server says, the shop is read again: a stale change then goes out on what is newest. */
export const useSave = <G extends readonly unknown[], T, R extends string>(
  id: Id<'shop'>,
  own: Readonly<Record<Exclude<R, CommonRefusal>, string>>,
  send: (...given: G) => Promise<Outcome<T, R>>,
  onDone: (value: T) => void,
) => {
  const client = useQueryClient()
  const deliver = async (...given: G) => {
    const answer = await send(...given)
    if (answer.kind !== 'offline')
      await Promise.all([
        client.invalidateQueries({ queryKey: shopKey(id) }),
        client.invalidateQueries({ queryKey: ['shops'] }),
      ])
    return answer
  }
  const { busy, failure, run, forgetFailure } = useAct(deliver, onDone)
  return { busy, run, forgetFailure, failure: failure === null ? null : savedWords(failure, own) }
}
