import { localOpenid } from './local-person.h5'
import { keepWatching, type Connect } from './watch-loop'

interface Pushed {
  readonly type: 'init' | 'next' | 'error'
  readonly docs?: readonly { readonly n?: unknown }[]
}

const connectTo =
  (key: string): Connect =>
  ({ number, lost }) => {
    if (typeof WebSocket === 'undefined') {
      lost()
      return () => undefined
    }
    const socket = new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/live`)
    socket.onopen = () => {
      const watch = {
        type: 'watch',
        id: key,
        collection: 'signals',
        query: { _id: key },
        openid: localOpenid(),
      }
      socket.send(JSON.stringify(watch))
    }
    socket.onmessage = (message: MessageEvent<string>) => {
      const pushed = JSON.parse(message.data) as Pushed
      if (pushed.type === 'error') {
        socket.close()
        return
      }
      const n = pushed.docs?.[0]?.n
      number(typeof n === 'number' ? n : 0)
    }
    socket.onclose = lost
    return () => {
      socket.close()
    }
  }

export const watchSignal = (key: string, onRise: () => void): (() => void) =>
  keepWatching(connectTo(key), onRise)
