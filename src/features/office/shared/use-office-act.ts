import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Outcome } from '../../../platform/outcome'
import { useAct } from '../../../platform/use-act'
import { useKeyed } from '../../../platform/use-keyed'
import { failureWords } from './failure-words'

interface Attempt {
  readonly key: string
  /** the same act went out before and got no answer: it may be done already */
  readonly again: boolean
}

/** An act and all that goes out with it: `body` tells the same one again from another one. */
export interface Order<T> {
  readonly body: unknown
  readonly send: (attempt: Attempt) => Promise<Outcome<T, string>>
  readonly onDone: (value: T) => void
}

interface Prepared {
  readonly signature: string
  readonly send: (attempt: Attempt) => Promise<Outcome<() => void, string>>
}

/** One act of the office at a time; whatever came of it, everything the office shows is read again. */
export const useOfficeAct = () => {
  const client = useQueryClient()
  const keyed = useKeyed()
  const unanswered = useRef(new Set<string>())

  const deliver = async ({ signature, send }: Prepared): Promise<Outcome<() => void, string>> => {
    const again = unanswered.current.has(signature)
    const answer = await keyed(signature, (key) => send({ key, again }))
    if (answer.kind === 'ok' || answer.kind === 'refused') unanswered.current.delete(signature)
    else unanswered.current.add(signature)
    if (answer.kind !== 'offline') await client.invalidateQueries({ queryKey: ['office'] })
    return answer
  }
  const { run, busy, failure, forgetFailure } = useAct(deliver, (finish) => {
    finish()
  })

  return {
    busy,
    /** in words; the code only to lead on from it */
    failure: failure && {
      code: failure.kind === 'refused' ? failure.code : '',
      words: failureWords(failure),
    },
    forgetFailure,
    run: <T>({ body, send, onDone }: Order<T>): void => {
      run({
        signature: JSON.stringify(body),
        send: async (attempt) => {
          const answer = await send(attempt)
          if (answer.kind !== 'ok') return answer
          const { value } = answer
          return {
            kind: 'ok',
            value: () => {
              onDone(value)
            },
          }
        },
      })
    },
  }
}
