import { headsOf, type Caseload, type HandOver, type Move } from '#domain/caseload'
import { asId, type Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import type { Shop } from '#domain/shop'

import type { Documents } from '../../cloud/database'
import { saveCaseload, saveHandOver } from '../../store/caseloads'
import { addOutboxEntry, type Message } from '../../store/outbox'

/** The outbox entry of a hand-over's last step. */
export const handOverEntryId = ({ id, version }: Pick<HandOver, 'id' | 'version'>) =>
  asId<'outboxEntry'>(`${id}:${String(version)}`)

/** What telling needs and a transaction cannot query. */
type NamedShops = readonly Pick<Shop, 'id' | 'name'>[]

/** Saves a hand-over: two caseloads and itself, however many shops, and one outbox entry for all who must hear of it. */
export const recordMove = async (
  tx: Documents,
  { from, to, handOver }: Move,
  shops: NamedShops,
  now: Instant,
): Promise<void> => {
  await saveHandOver(tx, handOver)
  if (handOver.status.kind === 'done') {
    await saveCaseload(tx, from)
    await saveCaseload(tx, to)
  }
  const [first, ...more] = messagesOf({ from, to, handOver }, shops)
  if (first) await addOutboxEntry(tx, { id: handOverEntryId(handOver), at: now, ...first, more })
}

const messagesOf = (move: Move, shops: NamedShops): readonly Message[] => {
  const { from, to, handOver } = move
  switch (handOver.status.kind) {
    case 'done':
      return [
        toHeads(to, 'received', handOver),
        toHeads(from, 'handedOn', handOver),
        // Whoever falls back into a pool hears of the next head, not of having none.
        ...(to.holder.kind === 'head' ? toOwners(handOver, to.holder.head.entry, shops) : []),
      ]
    case 'failed':
      return [
        {
          audience: { persons: [handOver.by], posts: [`command:${handOver.district}`], except: null },
          notice: noticeOf('failed', handOver),
        },
      ]
    case 'planned':
    case 'cancelled':
      return []
  }
}

const noticeOf = (what: 'received' | 'handedOn' | 'failed', { id, shops }: HandOver) =>
  ({ kind: 'caseload', what, handOver: id, shops: shops.length, title: '' }) as const

const toHeads = (caseload: Caseload, what: 'received' | 'handedOn', handOver: HandOver): Message => ({
  audience: { persons: headsOf(caseload), posts: [], except: handOver.by },
  notice: noticeOf(what, handOver),
})

/** Each shop's own words, to whoever holds it by then. */
const toOwners = ({ shops }: HandOver, head: Id<'rosterEntry'>, named: NamedShops): readonly Message[] => {
  const titles = new Map<Id<'shop'>, string>(named.map(({ id, name }) => [id, name]))
  return shops.map((shop) => ({
    audience: { persons: [], posts: [`owner:${shop}`], except: null },
    notice: { kind: 'head', what: 'changed', shop, head, title: titles.get(shop) ?? '' },
  }))
}
