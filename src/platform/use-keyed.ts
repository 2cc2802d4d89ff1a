import { useRef } from 'react'
import type { Outcome } from './outcome'
import { randomKey } from './random-key'

/**
 * Sends an order under a key of its own. Where no answer came, the same order goes out under the same key again: the
 * server may have stored it already. `body` tells the same order from another one.
 */
export const useKeyed = () => {
  const keys = useRef(new Map<string, string>())
  return async <T, R extends string>(
    body: unknown,
    send: (key: string) => Promise<Outcome<T, R>>,
  ): Promise<Outcome<T, R>> => {
    const signature = JSON.stringify(body)
    const sendUnder = (key: string) => {
      keys.current.set(signature, key)
      return send(key)
    }
    let answer = await sendUnder(keys.current.get(signature) ?? randomKey())
    if (answer.kind === 'refused' && answer.code === 'key-reused') answer = await sendUnder(randomKey())
    if (answer.kind === 'ok' || answer.kind === 'refused') keys.current.delete(signature)
    return answer
  }
}
