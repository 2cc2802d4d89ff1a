import type { OpenApiAnswer, OpenApiSetting, Parameters } from './open-api'
import { isOpenid } from './openid'

/** What both content checks (version 2) ask of their parameters; undefined when all is well. */
export function checkProblem(
  { version, scene, openid }: Parameters,
  { env, caller, now, wechat }: OpenApiSetting,
): OpenApiAnswer | undefined {
  if (version !== 2) return { errcode: 47001, errmsg: 'data format error: version must be 2' }
  if (!isOpenid(openid)) return { errcode: 40003, errmsg: 'invalid openid' }
  if (![1, 2, 3, 4].some((known) => known === scene)) return { errcode: 40129, errmsg: 'invalid scene' }
  if (openid !== caller && !wechat.visits.isRecent(env, openid, now))
    return { errcode: 61010, errmsg: 'code is expired' }
  return undefined
}
