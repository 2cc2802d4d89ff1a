import type { OpenApi } from './open-api'

/** Records the message. Credits (43101) and field limits (47003) are not kept yet. */
export const subscribeMessageSend: OpenApi = (parameters, { env, outbox, now }) => {
  const { touser, template_id: templateId, page, data } = parameters
  if (typeof touser !== 'string') return { errcode: 40003, errmsg: 'invalid openid' }
  if (typeof templateId !== 'string') return { errcode: 40037, errmsg: 'invalid template_id' }
  outbox.add({ env, at: new Date(now).toISOString(), touser, templateId, page, fields: data })
  return { errcode: 0, errmsg: 'ok' }
}
