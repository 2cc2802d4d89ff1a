import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReportView } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import type { ReportMove } from '#domain/report'
import type { Outcome } from '../../platform/outcome'
import { randomKey } from '../../platform/random-key'
import { reportKey } from './queries'
import { moveFailureWords, type ReportCallRefusal } from './words'

interface Target {
  readonly id: Id<'report'>
  readonly version: number
  readonly key: string
}

type Answer = Outcome<{ readonly version: number }, ReportCallRefusal>

/** A move and all that goes out with it: `body` tells the same one again from another one. */
export interface Order {
  readonly move: ReportMove
  readonly body: unknown
  readonly send: (target: Target) => Promise<Answer>
}

export type Run = (order: Order) => void

interface Failed {
  readonly words: string
  /** where it is open whether the move was stored, the version that a later one would prove wrong */
  readonly until: number | null
}

const unanswered = ({ kind }: Answer): boolean => kind === 'offline' || kind === 'fault'

export const useMove = (view: ReportView, onDone: (move: ReportMove) => void) => {
  const client = useQueryClient()
  const running = useRef(false)
  const keys = useRef(new Map<string, string>())
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failed | null>(null)

  /** Without an answer the same order goes out under the same key again: the server may have stored it already. */
  const deliver = async ({ move, body, send }: Order): Promise<Answer> => {
    const signature = JSON.stringify([move, body])
    const sendUnder = (key: string) => {
      keys.current.set(signature, key)
      return send({ id: view.id, version: view.version, key })
    }
    let answer = await sendUnder(keys.current.get(signature) ?? randomKey())
    if (answer.kind === 'refused' && answer.code === 'key-reused') answer = await sendUnder(randomKey())
    if (!unanswered(answer)) keys.current.delete(signature)
    return answer
  }

  const attempt = async (order: Order) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailed(null)
    const answer = await deliver(order)
    if (answer.kind !== 'ok')
      setFailed({ words: moveFailureWords(answer), until: unanswered(answer) ? view.version : null })
    if (answer.kind !== 'offline') {
      await Promise.all([
        client.invalidateQueries({ queryKey: reportKey(view.id) }),
        client.invalidateQueries({ queryKey: ['reports'] }),
      ])
    }
    running.current = false
    setBusy(false)
    if (answer.kind === 'ok') onDone(order.move)
  }

  const run: Run = (order) => {
    void attempt(order)
  }
  const passed = failed !== null && failed.until !== null && failed.until !== view.version
  return {
    run,
    busy,
    failure: failed === null || passed ? null : failed.words,
    forgetFailure: () => {
      setFailed(null)
    },
  }
}
