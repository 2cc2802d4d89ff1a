import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReportView } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import type { Outcome } from '../../platform/outcome'
import { randomKey } from '../../platform/random-key'
import { reportKey } from './queries'
import { failureWords, type ReportCallRefusal } from './words'

interface Target {
  readonly id: Id<'report'>
  readonly version: number
  readonly key: string
}

export type Send = (target: Target) => Promise<Outcome<{ readonly version: number }, ReportCallRefusal>>

/** `expected` is shown at once and taken back on any no. */
export type Run = (send: Send, expected?: Partial<ReportView>) => void

export const useMove = (view: ReportView, onDone: () => void) => {
  const client = useQueryClient()
  const running = useRef(false)
  const key = useRef(randomKey())
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const queryKey = reportKey(view.id)

  const attempt = async (send: Send, expected?: Partial<ReportView>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(null)
    if (expected) {
      await client.cancelQueries({ queryKey })
      client.setQueryData<ReportView>(queryKey, { ...view, ...expected })
    }
    const outcome = await send({ id: view.id, version: view.version, key: key.current })
    // Without an answer the same key goes out again: the server may have stored the move already.
    if (outcome.kind !== 'offline') key.current = randomKey()
    if (outcome.kind !== 'ok') {
      if (expected) client.setQueryData<ReportView>(queryKey, view)
      setFailure(failureWords(outcome))
    }
    if (outcome.kind !== 'offline') {
      await Promise.all([
        client.invalidateQueries({ queryKey }),
        client.invalidateQueries({ queryKey: ['reports'] }),
      ])
    }
    running.current = false
    setBusy(false)
    if (outcome.kind === 'ok') onDone()
  }

  const run: Run = (send, expected) => {
    void attempt(send, expected)
  }
  return { run, busy, failure }
}
