import { checkProblem } from './content-check'
import type { ContentVerdict } from './content-verdict'
import { verdictOf } from './content-verdict'
import type { OpenApi } from './open-api'
import { newTraceId } from './trace-id'
import type { Wechat } from './wechat'

const MAX_BYTES = 10 * 1024 * 1024

/**
 * Answers a `trace_id`; the verdict is pushed later. The markers may stand in the address, in the name of the file or
 * in its bytes (a JPEG's comment); with `#lost#` no result ever comes.
 */
export const mediaCheckAsync: OpenApi = async (parameters, setting) => {
  const { media_url: url, media_type: type, openid } = parameters
  const { env, now, wechat } = setting
  const problem = checkProblem(parameters, setting)
  if (problem !== undefined || typeof openid !== 'string') return problem ?? { errcode: 40003, errmsg: '' }
  if (type !== 1 && type !== 2) return { errcode: 40004, errmsg: 'invalid media type' }
  if (typeof url !== 'string' || url === '') return { errcode: 47001, errmsg: 'data format error: media_url' }
  const trace = newTraceId(now)
  const media = await lookAt(wechat, url)
  if (!media.isLost)
    wechat.mediaChecks.add({ trace, env, openid, verdict: media.verdict }, wechat.declarations.mediaCheckMs)
  return { errcode: 0, errmsg: 'ok', trace_id: trace }
}

interface Media {
  readonly verdict: ContentVerdict | null
  readonly isLost: boolean
}

/** Files of this cloud are read; other addresses are never fetched, only their text is looked at. */
async function lookAt(wechat: Wechat, url: string): Promise<Media> {
  const text = textOf(url)
  const isOwn = wechat.isOwn(url)
  const bytes = isOwn ? await download(url) : Buffer.alloc(0)
  const name = wechat.fileName(url)
  const holds = (marker: string): boolean =>
    text.includes(marker) || name.includes(marker) || bytes?.includes(marker) === true
  const found = bytes !== undefined && /^https?:/.test(url)
  return { verdict: found ? verdictOf(holds) : null, isLost: holds('#lost#') }
}

/** The bytes, or undefined for none or too many. */
async function download(url: string): Promise<Buffer | undefined> {
  try {
    const response = await fetch(url)
    if (!response.ok || Number(response.headers.get('content-length')) > MAX_BYTES) {
      await response.body?.cancel()
      return undefined
    }
    const bytes = Buffer.from(await response.arrayBuffer())
    return bytes.length > MAX_BYTES ? undefined : bytes
  } catch {
    return undefined
  }
}

function textOf(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
