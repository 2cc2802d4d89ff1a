import { msgSecCheck } from './msg-sec-check'
import type { OpenApi } from './open-api'
import { subscribeMessageSend } from './subscribe-message-send'

export const openApis: Readonly<Record<string, OpenApi>> = {
  'subscribeMessage.send': subscribeMessageSend,
  'security.msgSecCheck': msgSecCheck,
}
