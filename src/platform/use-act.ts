import { useRef, useState } from 'react'
import type { Failure, Outcome } from './outcome'

/** One call behind one button: a second tap while it runs is the same tap; what went wrong stays until the next try. */
export const useAct = <G extends readonly unknown[], T, R extends string>(
  send: (...given: G) => Promise<Outcome<T, R>>,
  onDone: (value: T) => unknown,
) => {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure<R> | null>(null)

  const attempt = async (given: G) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(null)
    try {
      const outcome = await send(...given)
      if (outcome.kind === 'ok') await onDone(outcome.value)
      else setFailure(outcome)
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return {
    busy,
    failure,
    run: (...given: G): void => {
      void attempt(given)
    },
    forgetFailure: () => {
      setFailure(null)
    },
  }
}
