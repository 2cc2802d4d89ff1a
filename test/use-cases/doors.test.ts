import { db } from '../../cloudfunctions/cloud/database'
import type { EndpointName } from '#domain/contract/endpoints'
import type { Actor } from '#domain/actor'
import { mayCall, permissions } from '#domain/permission'

import { aSubmission } from '../support/a-submission'
import { anActor, everyone, reporter, stranger } from '../support/builders'
import { addPeople, cloudUrl, foundDistrict, openidOf } from '../support/small-district'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
})

interface CallAnswer {
  readonly result?: {
    readonly reply?: { readonly kind: string; readonly code?: string }
    readonly at?: number
  }
  readonly error?: { readonly code: string; readonly message: string }
}

const callFunction = async (
  name: string,
  body: unknown,
  actor: Actor | null = reporter,
): Promise<CallAnswer> => {
  const answer = await fetch(`${cloudUrl()}/call/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-local-env': env,
      ...(actor && { 'x-local-openid': openidOf(actor) }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return (await answer.json()) as CallAnswer
}
const codeOf = async (endpoint: string, input: unknown, actor = reporter) =>
  (await callFunction('api', { endpoint, input }, actor)).result?.reply?.code

describe('the doors of the functions', () => {
  it.each(everyone.map((actor) => [actor.id, actor] as const))(
    '%s is refused at jobs and hooks',
    async (_id, actor) => {
      for (const name of ['jobs', 'hooks']) {
        const { error, result } = await callFunction(
          name,
          { Type: 'Timer', TriggerName: 'every-minute' },
          actor,
        )
        expect(error).toBeDefined()
        expect(result).toBeUndefined()
      }
    },
  )

  it('a call without a person, or without sense, changes nothing and is answered', async () => {
    expect((await callFunction('api', { endpoint: 'session.open', input: {} }, null)).error).toBeDefined()
    expect((await callFunction('api', '{"endpoint":')).error).toBeDefined()
    expect(await codeOf('no.such', {})).toBe('bad-input')
    expect(await codeOf('constructor', {})).toBe('bad-input')
    expect(await codeOf('report.submit', null)).toBe('bad-input')
  })

  it('fields the contract does not name are refused: a role, an openid, ready-made open data', async () => {
    for (const more of [
      { role: 'command' },
      { openid: 'x' },
      { userInfo: { openId: 'x' } },
      { data: { phone: '1' } },
    ])
      expect(await codeOf('report.submit', { ...aSubmission(), ...more }, stranger)).toBe('bad-input')
  })

  it('a visitor is asked to agree first, and is told nothing else', async () => {
    const visitor = anActor('passing')
    expect(await codeOf('session.open', {}, visitor)).toBeUndefined()
    expect(await codeOf('report.submit', aSubmission(), visitor)).toBe('consent-needed')
    expect(await codeOf('audit.list', 'nonsense', visitor)).toBe('consent-needed')
  })

  it('whoever calls too often is told to wait, and nothing of the call is done', async () => {
    const hasty = anActor('hasty')
    await addPeople([hasty])
    const codes: unknown[] = []
    for (let call = 0; call < 7; call += 1) codes.push(await codeOf('report.submit', aSubmission(), hasty))
    expect(codes.filter((code) => code === 'too-often').length).toBeGreaterThanOrEqual(2)
    const { data } = await db.collection('reports').where({ reporter: hasty.id }).get()
    expect(data).toHaveLength(codes.filter((code) => code === undefined).length)
  })

  it('an answer carries the time of the server', async () => {
    const { result } = await callFunction('api', { endpoint: 'session.open', input: {} })
    expect(result?.reply?.kind).toBe('ok')
    expect(Math.abs(Number(result?.at) - Date.now())).toBeLessThan(60_000)
  })
})

describe('who may call what', () => {
  const endpoints = Object.keys(permissions) as EndpointName[]
  const pairs = endpoints.flatMap((endpoint) => everyone.map((actor) => [endpoint, actor.id, actor] as const))

  it.each(pairs)('%s by %s: as the table says', async (endpoint, _id, actor) => {
    const allowed = mayCall(actor, endpoint)
    // Nonsense as input: whoever may call is told of the input, whoever may not is told nothing else.
    const code = await codeOf(endpoint, 'nonsense', actor)
    expect(code).toBe(allowed ? 'bad-input' : 'not-permitted')
  })
})
