import { localOpenid } from './local-person.h5'
import type { Outcome } from './outcome'
import type { PhoneAnswer } from './phone'
import { CALL_TIMEOUT, within } from './wire'

/** Only the local cloud, which answers under no other name, stands in for WeChat's phone button. */
export const canVerifyPhone = (): boolean => /^(?:127\.0\.0\.1|localhost)$/.test(window.location.hostname)

export const phoneAnswer = (): PhoneAnswer => ({ kind: 'untold' })

/** The local cloud's stand-in for WeChat: any number gets its code. */
export const typedPhoneCode = async (phone: string): Promise<Outcome<string, never>> => {
  try {
    const response = await within(
      CALL_TIMEOUT,
      fetch('/wechat/phone-code', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ openid: localOpenid(), phone }),
      }),
    )
    const answer = (await within(CALL_TIMEOUT, response.json())) as { readonly code?: unknown }
    return typeof answer.code === 'string'
      ? { kind: 'ok', value: answer.code }
      : { kind: 'fault', traceId: '' }
  } catch {
    return { kind: 'offline' }
  }
}
