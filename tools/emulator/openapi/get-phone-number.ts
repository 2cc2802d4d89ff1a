import { APP_ID } from '../host/function-host'
import type { OpenApi } from './open-api'

/** Exchanges the code of a `getPhoneNumber` button. A number of mainland China may stand without +86. */
export const getPhoneNumber: OpenApi = ({ code, openid }, { env, now, wechat }) => {
  const person = typeof openid === 'string' ? openid : undefined
  const phone = typeof code === 'string' ? wechat.phoneCodes.redeem(env, code, person, now) : undefined
  if (phone === undefined) return { errcode: 40029, errmsg: 'invalid code' }
  const [, countryCode = '86', purePhoneNumber = phone] = /^\+(\d{1,3}) (\d+)$/.exec(phone) ?? []
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`,
      purePhoneNumber,
      countryCode,
      watermark: { timestamp: Math.floor(now / 1000), appid: APP_ID },
    },
  }
}
