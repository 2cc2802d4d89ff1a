import type { EndpointName, Input, Output, Refusal } from '#domain/contract/endpoints'
import { localOpenid } from './local-person.h5'
import type { Outcome } from './outcome'
import { photoBlob } from './photo-store.h5'
import { CALL_TIMEOUT, openEnvelope, UPLOAD_TIMEOUT, within, type Uploading } from './wire'

export const startCloud = (): void => undefined

interface Answer {
  readonly result?: unknown
  readonly error?: { readonly requestId?: string }
  readonly fileID?: string
}

const post = async (
  url: string,
  headers: Record<string, string>,
  body: BodyInit,
  timeout: number,
): Promise<Answer> => {
  const response = await within(
    timeout,
    fetch(url, { method: 'POST', headers: { ...headers, 'x-local-openid': localOpenid() }, body }),
  )
  return (await within(timeout, response.json())) as Answer
}

export const call = async <E extends EndpointName>(
  endpoint: E,
  input: Input<E>,
): Promise<Outcome<Output<E>, Refusal<E>>> => {
  try {
    const body = JSON.stringify({ endpoint, input })
    const answer = await post('/call/api', { 'content-type': 'application/json' }, body, CALL_TIMEOUT)
    if (answer.error) return { kind: 'fault', traceId: answer.error.requestId ?? '' }
    return openEnvelope<E>(answer.result)
  } catch {
    return { kind: 'offline' }
  }
}

export const upload = async (photo: string, path: string): Promise<Uploading> => {
  try {
    const blob = await photoBlob(photo)
    if (blob === null) return { kind: 'lost' }
    const url = `/upload?path=${encodeURIComponent(path)}`
    const answer = await post(url, { 'content-type': 'application/octet-stream' }, blob, UPLOAD_TIMEOUT)
    return answer.fileID === undefined ? { kind: 'offline' } : { kind: 'ok', fileId: answer.fileID }
  } catch {
    return { kind: 'offline' }
  }
}
