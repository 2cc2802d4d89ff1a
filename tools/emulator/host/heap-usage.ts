import { Session } from 'node:inspector'

const ANSWER_MS = 1000

interface Attached {
  readonly sessionId: string
  readonly workerInfo: { readonly title: string }
}
interface Received {
  readonly sessionId: string
  readonly message: string
}

/**
 * Asks each worker thread for its heap through V8's inspector, which interrupts even an endless loop. Answers the
 * threads (by id) that hold more than their limit after their garbage was collected.
 */
export async function threadsOverLimit(limits: ReadonlyMap<number, number>): Promise<ReadonlySet<number>> {
  const session = new Session()
  session.connect()
  const over = new Set<number>()
  const weighed = new Set<number>()
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ANSWER_MS).unref()
    const threads = new Map<string, number>()
    const ask = (sessionId: string, id: number, method: string): void => {
      session.post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method }) })
    }
    session.on('NodeWorker.attachedToWorker', ({ params }: { params: Attached }) => {
      const thread = Number(/^\[worker (\d+)\]/.exec(params.workerInfo.title)?.[1])
      if (!limits.has(thread)) return
      threads.set(params.sessionId, thread)
      ask(params.sessionId, 1, 'Runtime.getHeapUsage')
    })
    session.on('NodeWorker.receivedMessageFromWorker', ({ params }: { params: Received }) => {
      const { id, result } = JSON.parse(params.message) as { id?: number; result?: { usedSize?: number } }
      const thread = threads.get(params.sessionId)
      if (thread === undefined || result?.usedSize === undefined) return
      const isOver = result.usedSize > (limits.get(thread) ?? Infinity)
      if (isOver && id === 1) {
        ask(params.sessionId, 2, 'HeapProfiler.collectGarbage')
        ask(params.sessionId, 3, 'Runtime.getHeapUsage')
        return
      }
      if (isOver) over.add(thread)
      weighed.add(thread)
      if (weighed.size === limits.size) resolve()
    })
    session.post('NodeWorker.enable', { waitForDebuggerOnStart: false })
  })
  session.post('NodeWorker.disable')
  session.disconnect()
  return over
}
