import { messageOf } from '../fault'
import type { OpenApiAnswer, OpenApiImage, OpenApiSetting, Parameters } from '../openapi/open-api'
import { isImage } from '../openapi/open-api'
import { openApis } from '../openapi/open-apis'
import { allowedApis } from '../openapi/permissions'
import type { ActionCall } from './action'
import { text } from './body'
import type { Field } from './protobuf'
import { bytesField, numberField, readFields } from './protobuf'

const OPEN_DATA = 'ApiGetOpenDataByCloudId'

/**
 * CommApiData{1 apiType, 2 openapi{1 pairs{1 key, 2 JSON bytes, 3 contenttype, 4 filename}}, 4 svrkit{1 name, 2 bytes}}
 * in, CommOpenApiResp{1 respData, 2 contentType, 3 errorCode, 4 httpCode, 6 svrkitErrorCode} out.
 */
export async function callOpenApi(call: ActionCall): Promise<Buffer> {
  const name = text(call.body, 'apiName')
  const setting = settingOf(call)
  const content = call.body['requestData']
  const requestData = Buffer.isBuffer(content) ? content : Buffer.alloc(0)
  if (name === OPEN_DATA) return encodeAnswer('application/octet-stream', openDataOf(requestData, setting))
  const reply = await answer(call, name, requestData, setting)
  if (isImage(reply)) return encodeAnswer(reply.contentType, reply.bytes)
  return encodeAnswer('application/json; charset=utf-8', JSON.stringify(reply))
}

const settingOf = ({ environment, caller, wechat }: ActionCall): OpenApiSetting => ({
  env: environment.name,
  caller: caller?.person?.openid,
  now: wechat.now,
  wechat,
})

async function answer(
  call: ActionCall,
  name: string,
  requestData: Buffer,
  setting: OpenApiSetting,
): Promise<OpenApiAnswer | OpenApiImage> {
  let parameters: Parameters = {}
  let reply: OpenApiAnswer | OpenApiImage
  try {
    parameters = readParameters(requestData)
    reply = refusal(call, name) ?? (await openApis[name]?.(parameters, setting)) ?? unknownApi(name)
  } catch (error) {
    reply = { errcode: 47001, errmsg: `data format error: ${messageOf(error)}` }
  }
  const { errcode, errmsg, trace_id: traceId } = isImage(reply) ? { errcode: 0, errmsg: 'ok' } : reply
  setting.wechat.outbox.add(setting.env, {
    kind: name,
    at: new Date(setting.now).toISOString(),
    ...listed(name, parameters, setting.caller),
    ...(traceId !== undefined && { traceId }),
    errcode,
    errmsg,
  })
  return reply
}

const unknownApi = (name: string): OpenApiAnswer => ({
  errcode: -604100,
  errmsg: `API not found: the local cloud has no stand-in for ${name}`,
})

function refusal({ caller, functions }: ActionCall, name: string): OpenApiAnswer | undefined {
  if (!Object.hasOwn(openApis, name)) return unknownApi(name)
  const allowed = caller && allowedApis(functions.find(caller.function).folder)
  if (allowed?.includes(name) !== false) return undefined
  return {
    errcode: -604101,
    errmsg: `function has no permission to call this API: add ${name} to permissions.openapi in its config.json`,
  }
}

/** What the outbox shows of a request; a phone code is nobody else's business. */
function listed(name: string, parameters: Parameters, caller: string | undefined): Record<string, unknown> {
  const { touser, openid, template_id: templateId, page, data, ...rest } = parameters
  const person = touser ?? openid ?? caller ?? null
  if (name === 'subscribeMessage.send')
    return { openid: person, touser, templateId, page, fields: data, ...shortened(rest) }
  const { code: _code, ...shown } = rest
  return { openid: person, ...shortened({ ...shown, ...(page !== undefined && { page }) }) }
}

const LONGEST_SHOWN = 300

const shortened = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? []
        : [[name, typeof value === 'string' ? value.slice(0, LONGEST_SHOWN) : value]],
    ),
  )

const messages = (bytes: Buffer, field: number): Buffer[] =>
  [...readFields(bytes)].flatMap(([number, value]) =>
    number === field && typeof value !== 'number' ? [value] : [],
  )

function readParameters(requestData: Buffer): Parameters {
  const pairs = messages(requestData, 2).flatMap((openapi) => messages(openapi, 1))
  return Object.fromEntries(pairs.map((pair) => readPair(new Map<number, Field[1]>(readFields(pair)))))
}

function readPair(fields: ReadonlyMap<number, Field[1]>): [string, unknown] {
  const value = fields.get(2)
  const isFile = fields.has(3) || typeof value === 'number' || value === undefined
  return [String(fields.get(1) ?? ''), isFile ? value : (JSON.parse(value.toString()) as unknown)]
}

/** `cloud.getOpenData`: {2 cloudidList} in, {1 dataList{1 cloudId, 2 json}} out. */
function openDataOf(requestData: Buffer, { env, caller, now, wechat }: OpenApiSetting): Buffer {
  const [request = Buffer.alloc(0)] = messages(requestData, 4).flatMap((svrkit) => messages(svrkit, 2))
  return Buffer.concat(
    messages(request, 2).map((bytes) => {
      const cloudID = bytes.toString()
      const json = JSON.stringify(wechat.openData.resolve(env, cloudID, caller, now))
      return bytesField(1, Buffer.concat([bytesField(1, cloudID), bytesField(2, json)]))
    }),
  )
}

const encodeAnswer = (contentType: string, content: Buffer | string): Buffer =>
  Buffer.concat([bytesField(1, content), bytesField(2, contentType), numberField(4, 200), numberField(6, 0)])
