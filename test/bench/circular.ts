import type { Id } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'

import { db } from '../../cloudfunctions/cloud/database'
import { newCaseload, saveCaseload } from '../../cloudfunctions/store/caseloads'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { aShop } from '../support/a-shop'
import { aGrant, anActor, command, district } from '../support/builders'
import { addShops, anEntry, caseloadOf, entryOf } from '../support/shop-district'
import { addPeople, aKey } from '../support/small-district'
import { saveEntry } from '../../cloudfunctions/store/roster'
import { callAs, withGroup } from './channel-cloud'

const groups = 28
const shopsEach = 134
const say = (line: string) => process.stdout.write(`${line}\n`)
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** A head with a full group, each shop with an owner who has signed in. */
const aFullGroup = async (at: number): Promise<void> => {
  const head = anActor(`bench-head-${String(at)}`, aGrant('head'))
  await saveEntry(db, anEntry(head))
  await saveCaseload(db, newCaseload(district, { entry: entryOf(head), person: head.id }))
  const shops = Array.from({ length: shopsEach }, (_, of) => aShop(`b${String(at)}-${String(of)}`))
  await addShops(caseloadOf(head), shops)
  await addPeople([
    head,
    ...shops.map(({ id }: { readonly id: Id<'shop'> }) =>
      anActor(`bench-of-${id}`, aGrant('owner', { kind: 'shop', shop: id })),
    ),
  ])
}

/** One notice of command's to every owner of the district; each trip to the database takes 15 ms, as in the cloud. */
const main = () =>
  withGroup(1, 15, async ({ url }) => {
    for (let at = 0; at < groups; at += 1) await aFullGroup(at)
    await callAs(url, command, 'session.open', {})
    const start = performance.now()
    const { shops } = await callAs<{ readonly shops: number }>(url, command, 'circular.send', {
      ...{ title: '节前自查', words: '请对照看看自己的店。', items: ['开窗'], to: { kind: 'district' } },
      ...{ aim: { trades: [], streets: [], without: [] }, key: aKey() },
    })
    say(`sent to ${String(shops)} shops: the call took ${seconds(start)}`)
    const telling = performance.now()
    const { told, failed } = await deliverWaiting(asInstant(Date.now() + 60_000))
    const { total } = await db.collection('inbox').where({ 'notice.kind': 'circular' }).count()
    const took = (performance.now() - telling) / 1000
    say(
      `${String(told)} entries told, ${String(failed)} failed: ${String(total)} owners in ${took.toFixed(1)} s`,
    )
    say(`  within five minutes: ${total === shops && took < 300 ? 'holds' : 'MISSED'}`)
  })

void main()
