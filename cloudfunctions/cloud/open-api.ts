import { openapi } from 'wx-server-sdk'

import './database'

/** The SDK types its openapi as an index of anything; these are the calls in use. */
const { phonenumber: phone } = openapi as unknown as {
  readonly phonenumber: { getPhoneNumber(options: { readonly code: string }): Promise<unknown> }
}

interface PhoneAnswer {
  readonly errCode?: number
  readonly phoneInfo?: { readonly purePhoneNumber?: string; readonly countryCode?: string }
}

/** WeChat's code for a phone code that was used, is older than five minutes, or was never issued. */
const invalidCode = 40029

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : undefined

/** The number behind a code of WeChat's own phone button; null where the code is no longer good. */
export const phoneOfCode = async (code: string): Promise<string | null> => {
  try {
    const { phoneInfo } = (await phone.getPhoneNumber({ code })) as PhoneAnswer
    return phoneInfo?.purePhoneNumber ?? null
  } catch (error) {
    if (codeOf(error) === invalidCode) return null
    throw error
  }
}
