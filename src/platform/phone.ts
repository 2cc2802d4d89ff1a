import type { Outcome } from './outcome'

/** What the phone button came to. */
export type PhoneAnswer =
  | { readonly kind: 'code'; readonly code: string }
  /** the person said no */
  | { readonly kind: 'declined' }
  /** WeChat could not ask */
  | { readonly kind: 'unavailable' }
  /** nobody asked: the number is typed in */
  | { readonly kind: 'untold' }

export const canVerifyPhone = (): boolean => true

const textIn = (detail: object, name: string): string => {
  const value: unknown = Object.entries(detail).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : ''
}

/** `detail` of WeChat's getPhoneNumber button: a code, good once for five minutes, or why there is none. */
export const phoneAnswer = (detail: unknown): PhoneAnswer => {
  if (typeof detail !== 'object' || detail === null) return { kind: 'unavailable' }
  const code = textIn(detail, 'code')
  if (code !== '') return { kind: 'code', code }
  return { kind: /deny|cancel/.test(textIn(detail, 'errMsg')) ? 'declined' : 'unavailable' }
}

/** Numbers are never typed in WeChat. */
export const typedPhoneCode: (phone: string) => Promise<Outcome<string, never>> = () =>
  Promise.resolve({ kind: 'offline' })
