import { liveSocket } from './live-socket.h5'
import { localOpenid } from './local-person.h5'
import { onVisibility } from './visibility'
import { keepWatching } from './watch-loop'

const connectTo = liveSocket({
  address: () => `${window.location.origin.replace(/^http/, 'ws')}/live`,
  openid: localOpenid,
})

export const watchSignal = (key: string, onRise: () => void): (() => void) =>
  keepWatching(connectTo(key), onVisibility, onRise)
