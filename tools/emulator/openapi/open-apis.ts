import { getPhoneNumber } from './get-phone-number'
import { getUnlimited } from './get-unlimited'
import { mediaCheckAsync } from './media-check-async'
import { msgSecCheck } from './msg-sec-check'
import type { OpenApi } from './open-api'
import { subscribeMessageSend } from './subscribe-message-send'

export const openApis: Readonly<Record<string, OpenApi>> = {
  'subscribeMessage.send': subscribeMessageSend,
  'security.msgSecCheck': msgSecCheck,
  'security.mediaCheckAsync': mediaCheckAsync,
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'wxacode.getUnlimited': getUnlimited,
}
