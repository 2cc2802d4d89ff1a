import { once } from 'node:events'
import { WebSocket } from 'ws'

export interface Heard {
  readonly id?: unknown
  readonly type: string
  readonly code?: string
  readonly message?: string
  readonly docs?: readonly Record<string, unknown>[]
  readonly docChanges?: readonly Record<string, unknown>[]
}

/** A page of one person with its one WebSocket. */
export interface LivePage {
  readonly socket: WebSocket
  /** what came and was not yet heard */
  readonly waiting: readonly Heard[]
  readonly say: (message: unknown) => void
  readonly hear: () => Promise<Heard>
  readonly close: () => void
}

export async function openLivePage(url: string): Promise<LivePage> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`)
  const waiting: Heard[] = []
  let wake = () => undefined as unknown
  socket.on('message', (bytes: Buffer) => {
    waiting.push(JSON.parse(bytes.toString()) as Heard)
    wake()
  })
  await once(socket, 'open')
  return {
    socket,
    waiting,
    say: (message) => {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message))
    },
    hear: async () => {
      for (;;) {
        const next = waiting.shift()
        if (next !== undefined) return next
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    close: () => {
      socket.close()
    },
  }
}

/** A watch of the signals as the person anna, unless told otherwise. */
export const watch = (query: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ type: 'watch', id: 'w', collection: 'signals', query, openid: 'anna', env: 'test' },
  ...more,
})

export const hearOn = (page: LivePage, message: unknown): Promise<Heard> => {
  page.say(message)
  return page.hear()
}
