import fc from 'fast-check'
import type { Actor } from '#domain/actor'
import type { EndpointName } from '#domain/contract/endpoints'
import { mayCall, permissions } from '#domain/permission'

import { inputs } from '../../cloudfunctions/api/input'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { aSubmission, yes } from '../support/a-submission'
import { command, handler, reporter } from '../support/builders'
import { aHeld } from '../support/claims'
import { madeUpFor } from '../support/made-up'
import { caseloadOf, foundShopOffice, headOne } from '../support/shop-district'
import { as, cloudUrl, foundDistrict, openidOf, rubbish } from '../support/small-district'
import { deskOf, groupOf, say } from '../support/talk'

/** An account that goes takes its things along: what is known would be there no more. */
const apart: readonly EndpointName[] = ['account.delete']
const endpoints = (Object.keys(permissions) as EndpointName[]).filter((one) => !apart.includes(one))

let env = ''
let people: readonly (Actor | null)[] = []
let known: readonly string[] = []

beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
  const { shop, person, id } = await aHeld()
  people = [null, reporter, person, headOne, command, handler]
  const report = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
  const [desk, group] = [deskOf(shop), groupOf(caseloadOf(headOne))]
  yes(await say(person, desk, '在吗'))
  yes(await say(headOne, group, '大家好'))
  const ofPeople: readonly string[] = people.flatMap((one) => (one ? [one.id] : []))
  const things: readonly string[] = [shop.id, shop.trade, shop.street, shop.cell, id, report.id, desk, group]
  known = [...things, ...ofPeople, caseloadOf(headOne)]
})

const replyTo = async (who: Actor | null, endpoint: string, input: unknown): Promise<unknown> => {
  const openid = who ? openidOf(who) : 'open-nobody'
  const answer = await fetch(`${cloudUrl()}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-env': env, 'x-local-openid': openid },
    body: JSON.stringify({ endpoint, input }),
  })
  const { result } = (await answer.json()) as { readonly result?: { readonly reply?: { kind?: unknown } } }
  return result?.reply?.kind
}

/** Whom an endpoint lets in, as far as they are here. */
const callersOf = (endpoint: EndpointName) => {
  const callers = people.filter((who) => mayCall(who, endpoint))
  return callers.length === 0 ? people : callers
}

it.each(endpoints)('%s answers or refuses whatever it is sent', async (endpoint) => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...callersOf(endpoint)),
      fc.oneof({ arbitrary: madeUpFor(inputs[endpoint], known), weight: 9 }, fc.jsonValue()),
      async (who, input) => {
        expect(['ok', 'refused']).toContain(await replyTo(who, endpoint, input))
      },
    ),
    // the same inputs each time: what one run lets through, the next does
    { numRuns: 6, seed: 20261122 },
  )
})
