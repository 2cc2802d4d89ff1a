import type { OpenApi } from './open-api'
import { isOpenid } from './openid'
import { fieldProblem } from './template-fields'

const states = [undefined, 'developer', 'trial', 'formal']
const languages = [undefined, 'zh_CN', 'en_US', 'zh_HK', 'zh_TW']

/** Spends one credit of the person for the template; a message that is refused spends none. */
export const subscribeMessageSend: OpenApi = (parameters, { env, wechat }) => {
  const { touser, template_id: templateId, page, data, miniprogram_state: state, lang } = parameters
  const { templates } = wechat.declarations
  if (!isOpenid(touser)) return { errcode: 40003, errmsg: 'invalid openid' }
  if (typeof templateId !== 'string' || templateId === '' || templates?.has(templateId) === false)
    return { errcode: 40037, errmsg: 'invalid template_id' }
  if (page !== undefined && !wechat.knowsPage(page)) return { errcode: 41030, errmsg: 'invalid page' }
  if (!states.some((known) => known === state))
    return { errcode: 47001, errmsg: 'data format error: miniprogram_state' }
  if (!languages.some((known) => known === lang)) return { errcode: 47001, errmsg: 'data format error: lang' }
  const problem = fieldProblem(data, templates?.get(templateId)?.keys)
  if (problem !== undefined) return { errcode: 47003, errmsg: problem }
  if (!wechat.subscriptions.spend(env, touser, templateId))
    return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
  return { errcode: 0, errmsg: 'ok' }
}
