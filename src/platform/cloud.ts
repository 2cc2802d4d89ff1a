import Taro from '@tarojs/taro'
import type { EndpointName, Input, Output, Refusal } from '#domain/contract/endpoints'
import type { Outcome } from './outcome'
import { reopenPhotos } from './media'
import { CALL_TIMEOUT, openEnvelope, UPLOAD_TIMEOUT, within, type Uploading } from './wire'

export const startCloud = (): void => {
  Taro.cloud.init({})
}

// The SDK reports a function that crashed or ran out of time as -5040xx; anything else never reached it.
const isServerFault = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'errCode' in error &&
  String(error.errCode).startsWith('-504')

export const call = async <E extends EndpointName>(
  endpoint: E,
  input: Input<E>,
): Promise<Outcome<Output<E>, Refusal<E>>> => {
  try {
    const sent = Promise.resolve(Taro.cloud.callFunction({ name: 'api', data: { endpoint, input } }))
    const { result } = await within(CALL_TIMEOUT, sent)
    return openEnvelope<E>(result)
  } catch (error) {
    return isServerFault(error) ? { kind: 'fault', traceId: '' } : { kind: 'offline' }
  }
}

/** The photo is a path of `photos.ts`. */
export const upload = async (photo: string, path: string): Promise<Uploading> => {
  try {
    const sent = Promise.resolve(Taro.cloud.uploadFile({ cloudPath: path, filePath: photo }))
    const { fileID } = await within(UPLOAD_TIMEOUT, sent)
    return { kind: 'ok', fileId: fileID }
  } catch {
    const [kept] = await reopenPhotos([photo])
    return { kind: kept ? 'offline' : 'lost' }
  }
}
