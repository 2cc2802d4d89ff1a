import { openapi } from 'wx-server-sdk'

import type { ContentReason, Verdict } from '#domain/moderation'

import './database'

interface CheckAnswer {
  readonly traceId?: string
  readonly result?: { readonly suggest?: string; readonly label?: number }
}

/** Both checks in version 2; the person must have been here within two hours. */
interface Checked {
  readonly version: 2
  readonly scene: 1 | 2 | 3 | 4
  readonly openid: string
}

/** The SDK types its openapi as an index of anything; these are the calls in use. */
const { phonenumber: phone, security } = openapi as unknown as {
  readonly phonenumber: { getPhoneNumber(options: { readonly code: string }): Promise<unknown> }
  readonly security: {
    msgSecCheck(options: Checked & { readonly content: string }): Promise<CheckAnswer>
    mediaCheckAsync(
      options: Checked & { readonly mediaUrl: string; readonly mediaType: 1 | 2 },
    ): Promise<CheckAnswer>
  }
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

/** What the check calls its findings (`result.label`). */
const reasonOfLabel: Readonly<Record<number, ContentReason>> = {
  10001: 'advertising',
  20001: 'politics',
  20002: 'sexual',
  20003: 'abusive',
  20006: 'unlawful',
  20008: 'fraud',
  20012: 'vulgar',
  20013: 'copyright',
}

/** Null for an answer that says nothing: it counts as none. */
export const verdictOf = (result: CheckAnswer['result']): Verdict | null => {
  if (result?.suggest === 'pass') return { kind: 'pass' }
  if (result?.suggest === 'review') return { kind: 'review' }
  return result?.suggest === 'risky'
    ? { kind: 'risky', reason: reasonOfLabel[result.label ?? 0] ?? 'other' }
    : null
}

/** milliseconds that somebody who sends a text waits for its check */
const patience = 1_500

const within = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(milliseconds)} ms`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** WeChat's own number for a forum's posts */
const scene = 3

/** What WeChat's check says of a text; null where it gave no answer in time, which is never a yes. */
export const checkWords = async (words: string, openid: string): Promise<Verdict | null> => {
  const asked = security.msgSecCheck({ version: 2, scene, openid, content: words })
  try {
    return verdictOf((await within(asked, patience)).result)
  } catch (error) {
    console.warn('the check of a text gave no answer', codeOf(error) ?? error)
    return null
  }
}

/** Asks for a picture or a voice to be checked; its verdict comes to `hooks` under this trace. Null: it could not be asked. */
export const startMediaCheck = async (
  url: string,
  kind: 'voice' | 'picture',
  openid: string,
): Promise<string | null> => {
  const mediaType = kind === 'voice' ? 1 : 2
  const asked = security.mediaCheckAsync({ version: 2, scene, openid, mediaUrl: url, mediaType })
  try {
    return (await within(asked, 2 * patience)).traceId ?? null
  } catch (error) {
    console.warn('the check of a file could not be asked', codeOf(error) ?? error)
    return null
  }
}
