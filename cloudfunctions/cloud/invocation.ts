import { getWXContext } from 'wx-server-sdk'

import './database'

export interface Invocation {
  /** null where no person calls (a timer, a callback) */
  readonly openid: string | null
  readonly source: 'person' | 'timer' | 'other'
}

/**
 * Who started this invocation, from the platform. Read before any `await`: the SDK looks at the environment when
 * called, and the next invocation of a warm instance changes it. WeChat's documentation of getWXContext lists the
 * sources; a timer says `wx_trigger`, a mini-program `wx_client`.
 */
export const invocation = (): Invocation => {
  const { OPENID, SOURCE } = getWXContext()
  // Each link of nested calls appends its source; the last one is the direct caller.
  const direct = SOURCE?.split(',').at(-1)
  return {
    openid: OPENID === undefined || OPENID === '' ? null : OPENID,
    source: direct === 'wx_trigger' ? 'timer' : direct === 'wx_client' ? 'person' : 'other',
  }
}
