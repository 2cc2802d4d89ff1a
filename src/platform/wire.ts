import type { EndpointName, Output, Refusal } from '#domain/contract/endpoints'
import type { Envelope } from '#domain/contract/reply'
import type { Outcome } from './outcome'
import { noteServerTime } from './server-clock'

export const CALL_TIMEOUT = 20_000
export const UPLOAD_TIMEOUT = 60_000

/** `lost`: the photo is no longer on this phone. */
export type Uploading =
  { readonly kind: 'ok'; readonly fileId: string } | { readonly kind: 'offline' } | { readonly kind: 'lost' }

const isEnvelope = <E extends EndpointName>(raw: unknown): raw is Envelope<Output<E>, Refusal<E>> =>
  typeof raw === 'object' && raw !== null && 'reply' in raw && 'at' in raw && typeof raw.at === 'number'

export const openEnvelope = <E extends EndpointName>(raw: unknown): Outcome<Output<E>, Refusal<E>> => {
  if (!isEnvelope<E>(raw)) return { kind: 'fault', traceId: '' }
  noteServerTime(raw.at)
  return raw.reply
}

/** Rejects when the time is up; the loser's late answer is ignored. */
export const within = <T>(milliseconds: number, answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('timeout'))
    }, milliseconds)
    answer
      .then(resolve, (reason: unknown) => {
        reject(reason instanceof Error ? reason : new Error(String(reason)))
      })
      .finally(() => {
        clearTimeout(timer)
      })
  })
