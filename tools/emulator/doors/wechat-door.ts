import { CloudFault } from '../fault'
import { APP_ID } from '../host/function-host'
import { isOpenid } from '../openapi/openid'
import type { Answer } from '../openapi/subscriptions'
import { isAnswer, PromptRefused } from '../openapi/subscriptions'
import type { Wechat } from '../openapi/wechat'
import { safeEnvName } from '../store/data-folder'
import type { Door, Exchange } from './exchange'
import { envOf, header, readJson, sendFault, sendJson } from './exchange'

const MAX_BYTES = 16 * 1024

interface Asked {
  readonly env: string
  readonly openid: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What a person's WeChat does: answer a subscription prompt, give a phone number, come from a group. */
export const wechatDoor =
  (wechat: Wechat): Door =>
  async (exchange) => {
    const { request, url } = exchange
    const answers = answersOf(wechat)
    const asked = `${request.method ?? ''} ${url.pathname}`
    const answer = Object.hasOwn(answers, asked) ? answers[asked] : undefined
    if (answer === undefined) return false
    try {
      sendJson(exchange, answer(await readAsked(exchange)))
    } catch (error) {
      if (error instanceof PromptRefused)
        sendJson(
          exchange,
          { errCode: error.errCode, errMsg: error.message, ...refusal(exchange, error) },
          400,
        )
      else sendFault(exchange, error)
    }
    return true
  }

const answersOf = (wechat: Wechat): Readonly<Record<string, (asked: Asked) => unknown>> => ({
  'POST /wechat/subscribe': ({ env, openid, body }) => ({
    ...wechat.subscriptions.prompt(env, openid, templateIds(body['templateIds']), saidOf(body['answer'])),
    errMsg: 'requestSubscribeMessage:ok',
  }),
  'GET /wechat/credits': ({ env, openid }) => ({ credits: wechat.subscriptions.creditsOf(env, openid) }),
  'POST /wechat/phone-code': ({ env, openid, body }) => ({
    code: wechat.phoneCodes.issue(env, openid, phoneOf(body['phone']), wechat.now),
  }),
  'POST /wechat/group-enter': ({ env, openid, body }) => {
    const opengid = textOf(body['opengid'], 'opengid must be the id of a group')
    const watermark = { timestamp: Math.floor(wechat.now / 1000), appid: APP_ID }
    return { cloudID: wechat.openData.issue(env, openid, { opengid, watermark }, wechat.now) }
  },
})

async function readAsked(exchange: Exchange): Promise<Asked> {
  const body = exchange.request.method === 'POST' ? await readJson(exchange, MAX_BYTES) : {}
  const openid =
    body['openid'] ?? exchange.url.searchParams.get('openid') ?? header(exchange, 'x-local-openid')
  if (!isOpenid(openid)) throw new CloudFault('INVALID_PARAM', 'openid must say who the person is')
  return { env: safeEnvName(envOf(exchange)), openid, body }
}

const refusal = ({ requestId }: Exchange, { message }: Error): object => ({
  error: { code: 'INVALID_PARAM', message, requestId },
})

function textOf(value: unknown, problem: string): string {
  if (typeof value !== 'string' || value === '') throw new CloudFault('INVALID_PARAM', problem)
  return value
}

function templateIds(value: unknown): string[] {
  if (!Array.isArray(value)) throw new CloudFault('INVALID_PARAM', 'templateIds must be a list of ids')
  return [...new Set(value.map((id) => textOf(id, 'a template id must be a text')))]
}

function saidOf(value: unknown): Map<string, Answer> {
  if (value === undefined) return new Map()
  if (typeof value !== 'object' || value === null)
    throw new CloudFault('INVALID_PARAM', 'answer must be an object of template ids')
  return new Map(
    Object.entries(value).map(([id, answer]: [string, unknown]) => {
      if (!isAnswer(answer))
        throw new CloudFault('INVALID_PARAM', 'an answer is accept, reject, ban or filter')
      return [id, answer]
    }),
  )
}

function phoneOf(value: unknown): string {
  const phone = textOf(value, 'phone must be a number')
  if (!/^(\+\d{1,3} )?\d{5,15}$/.test(phone))
    throw new CloudFault('INVALID_PARAM', 'phone must be digits, with a country code as in "+852 51234567"')
  return phone
}
