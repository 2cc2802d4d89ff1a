import { CloudFault } from '../fault'
import type { Action } from './action'
import { optionalText, text } from './body'

/** A function calling another keeps the person; the source grows by `,scf`. */
const invokeFunction: Action = async ({ environment, functions, body, requestId, caller }) => {
  const data = optionalText(body, 'request_data') ?? '{}'
  const result = await functions.invoke({
    name: text(body, 'function_name'),
    env: environment.name,
    event: eventOf(data),
    person: caller?.person,
    source: caller === undefined ? 'scf' : `${caller.source},scf`,
    caller,
    requestId,
  })
  return { data: { response_data: result } }
}

function eventOf(data: string): Record<string, unknown> {
  const event: unknown = JSON.parse(data)
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    throw new CloudFault('INVALID_PARAM', 'the data of a function call must be an object')
  return { ...event }
}

export const functionActions = { 'functions.invokeFunction': invokeFunction } satisfies Record<string, Action>
