import { messageOf } from '../fault'
import { openApis } from '../openapi/open-apis'
import type { OpenApiAnswer } from '../openapi/open-api'
import type { ActionCall } from './action'
import { text } from './body'
import { bytesField, numberField, readFields } from './protobuf'

/**
 * CommApiData{1 apiType, 2 {1 pairs{1 key, 2 JSON bytes, 3 contenttype, 4 filename}}} in,
 * CommOpenApiResp{1 respData, 2 contentType, 3 errorCode, 4 httpCode, 6 svrkitErrorCode} out.
 */
export function callOpenApi(call: ActionCall): Buffer {
  const name = text(call.body, 'apiName')
  return encodeAnswer(answer(call, name))
}

function answer(call: ActionCall, name: string): OpenApiAnswer {
  const api = Object.hasOwn(openApis, name) ? openApis[name] : undefined
  if (api === undefined)
    return { errcode: -604100, errmsg: `API not found: the local cloud has no stand-in for ${name}` }
  try {
    return api(readParameters(call.body['requestData']), {
      env: call.environment.name,
      outbox: call.outbox,
      now: call.clock.now(),
    })
  } catch (error) {
    return { errcode: -1, errmsg: messageOf(error) }
  }
}

function readParameters(requestData: unknown): Record<string, unknown> {
  if (!Buffer.isBuffer(requestData)) throw new Error('requestData is missing')
  const parameters: Record<string, unknown> = {}
  for (const [field, message] of readFields(requestData)) {
    if (field !== 2 || typeof message === 'number') continue
    for (const [inner, pair] of readFields(message))
      if (inner === 1 && typeof pair !== 'number') readPair(pair, parameters)
  }
  return parameters
}

function readPair(pair: Buffer, parameters: Record<string, unknown>): void {
  const fields = new Map(readFields(pair))
  const key = String(fields.get(1) ?? '')
  const value = fields.get(2)
  parameters[key] =
    fields.has(3) || typeof value === 'number' || value === undefined
      ? value
      : (JSON.parse(value.toString()) as unknown)
}

/** The SDK takes its JSON branch only when the content type is exactly this one. */
function encodeAnswer(reply: OpenApiAnswer): Buffer {
  return Buffer.concat([
    bytesField(1, JSON.stringify(reply)),
    bytesField(2, 'application/json; charset=utf-8'),
    numberField(4, 200),
    numberField(6, 0),
  ])
}
