import type { Connect, Listener } from './watch-loop'

interface Page {
  readonly address: () => string
  readonly openid: () => string
}
interface Watch extends Listener {
  readonly request: string
}
interface Pushed {
  readonly id?: unknown
  readonly type: 'init' | 'next' | 'error'
  readonly docs?: readonly { readonly n?: unknown }[]
}

const readPushed = (data: unknown): Pushed | null =>
  typeof data === 'string' ? (JSON.parse(data) as Pushed) : null

/**
 * One WebSocket for all of a page's watches: opened with the first, closed with the last. Each push carries the whole
 * list, the first after a reconnection too, so that nothing told in between is missed and nothing counts twice.
 */
export const liveSocket = ({ address, openid }: Page): ((key: string) => Connect) => {
  const watches = new Map<number, Watch>()
  let socket: WebSocket | null = null
  let last = 0

  const close = () => {
    const closing = socket
    socket = null
    // One that is closed while it connects is an error on the browser's console.
    if (closing?.readyState === WebSocket.CONNECTING)
      closing.onopen = () => {
        closing.close()
      }
    else closing?.close()
  }
  const end = (id: number) => {
    if (!watches.delete(id)) return
    if (watches.size === 0) close()
    else if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: 'unwatch', id }))
  }
  const loseAll = () => {
    const lost = [...watches.values()]
    watches.clear()
    for (const watch of lost) watch.lost()
  }
  const hear = (pushed: Pushed | null) => {
    const id = Number(pushed?.id)
    const watch = watches.get(id)
    if (watch === undefined || pushed === null) return
    if (pushed.type === 'error') {
      end(id)
      watch.lost()
      return
    }
    const n = pushed.docs?.[0]?.n
    watch.number(typeof n === 'number' ? n : 0)
  }
  const open = () => {
    const opened = new WebSocket(address())
    opened.onopen = () => {
      if (socket === opened) for (const { request } of watches.values()) opened.send(request)
    }
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (socket === opened) hear(readPushed(data))
    }
    opened.onclose = () => {
      if (socket !== opened) return
      socket = null
      loseAll()
    }
    socket = opened
  }

  return (key) => (listener) => {
    if (typeof WebSocket === 'undefined') {
      listener.lost()
      return () => undefined
    }
    const id = (last += 1)
    const watch = { type: 'watch', id, collection: 'signals', query: { _id: key }, openid: openid() }
    const request = JSON.stringify(watch)
    watches.set(id, { ...listener, request })
    if (socket === null) open()
    else if (socket.readyState === WebSocket.OPEN) socket.send(request)
    return () => {
      end(id)
    }
  }
}
