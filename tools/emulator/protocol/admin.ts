import { CloudFault, faultReply } from '../fault'
import type { Action, Services } from './action'
import type { Body } from './body'
import { text } from './body'
import { functionActions } from './function-actions'
import { callOpenApi } from './open-api-action'
import { readingActions } from './reading-actions'
import { storageActions } from './storage-actions'
import { transactionActions } from './transaction-actions'
import { writingActions } from './writing-actions'

const actions: Readonly<Record<string, Action>> = {
  ...readingActions,
  ...writingActions,
  ...transactionActions,
  ...storageActions,
  ...functionActions,
}

export type AdminReply =
  { readonly kind: 'json'; readonly json: unknown } | { readonly kind: 'protobuf'; readonly bytes: Buffer }

/** Answers one request of the SDK. Faults are replies too: `{code, message, requestId}` with HTTP 200. */
export async function answerAdmin(
  services: Services,
  body: Body,
  requestId: string,
  latencyMs: number,
): Promise<AdminReply> {
  try {
    const name = text(body, 'action')
    const caller = services.functions.caller(body['wxCloudApiToken'])
    const call = {
      ...services,
      counters: services.counters.alsoFor(caller?.log),
      environment: services.environments.get(text(body, 'envName')),
      body,
      requestId,
      caller,
    }
    if (caller !== undefined && name.startsWith('database.')) caller.log.databaseCalls++
    if (latencyMs > 0 && name.startsWith('database.'))
      await new Promise((resolve) => setTimeout(resolve, latencyMs))
    if (name === 'wx.openApi') return { kind: 'protobuf', bytes: await callOpenApi(call) }
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (action === undefined)
      throw new CloudFault('INVALID_PARAM', `the local cloud does not know the action ${name}`)
    return { kind: 'json', json: { requestId, ...(await action(call)) } }
  } catch (error) {
    return { kind: 'json', json: faultReply(error, requestId) }
  }
}
