import fc from 'fast-check'
import { asId } from '#domain/kernel/id'
import {
  brought,
  nextOf,
  nextPause,
  outboxFrom,
  put,
  settled,
  type Outbox,
  type Outgoing,
} from '../../src/features/channel/outbox'

const channel = asId<'channel'>('desk-1')
const item = (key: string, part: Partial<Outgoing> = {}): Outgoing => ({
  ...{ key, channel, at: 1, quote: null, mentions: [], asks: false, shop: null },
  body: { kind: 'text', words: key },
  state: { kind: 'waiting' },
  ...part,
})

type Luck = 'arrives' | 'answer lost' | 'never arrives' | 'fault' | 'too often'
const lucks: readonly Luck[] = ['arrives', 'answer lost', 'never arrives', 'fault', 'too often']

/** A server that stores a key once, whatever is sent. */
const aServer = () => {
  const stored: string[] = []
  const store = (key: string) => {
    if (!stored.includes(key)) stored.push(key)
    return stored.indexOf(key) + 1
  }
  return {
    stored,
    post: (key: string, luck: Luck): Parameters<typeof settled>[2] => {
      if (luck === 'fault') return { kind: 'fault', traceId: '1' }
      if (luck === 'too often') return { kind: 'refused', code: 'too-often', detail: { seconds: 3 } }
      if (luck === 'never arrives') return { kind: 'offline' }
      const seq = store(key)
      return luck === 'answer lost' ? { kind: 'offline' } : { kind: 'ok', value: { seq } }
    },
  }
}

describe('the outbox', () => {
  it('stores each message exactly once and in order, whatever the network does and whenever the app is closed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.record({ luck: fc.constantFrom(...lucks), closes: fc.boolean() }), { maxLength: 60 }),
        (keys, weather) => {
          const server = aServer()
          let outbox = keys.reduce<Outbox>((box, key) => put(box, item(key)), [])
          const fates = [...weather, ...keys.map(() => ({ luck: 'arrives' as const, closes: false }))]
          for (const { luck, closes } of fates) {
            // Closed and opened again: what is left is what lies in storage.
            if (closes) outbox = outboxFrom(JSON.parse(JSON.stringify(outbox)))
            const next = nextOf(outbox, channel)
            if (next) outbox = settled(outbox, next.key, server.post(next.key, luck)).outbox
          }
          expect(server.stored).toEqual(keys)
          expect(nextOf(outbox, channel)).toBeNull()
        },
      ),
    )
  })

  it('what the server refuses stays with its reason and lets the next one go', () => {
    const box = [item('a'), item('b')]
    const { outbox, wait } = settled(box, 'a', { kind: 'refused', code: 'content-refused' })
    expect(outbox[0]?.state).toEqual({ kind: 'refused', code: 'content-refused' })
    expect(wait).toBeNull()
    expect(nextOf(outbox, channel)?.key).toBe('b')
  })

  it('asked to go slower it waits as long as it was told', () => {
    const { outbox, wait } = settled([item('a')], 'a', {
      kind: 'refused',
      code: 'too-often',
      detail: { seconds: 7 },
    })
    expect(wait).toBe(7_000)
    expect(nextOf(outbox, channel)?.key).toBe('a')
  })

  it('a key that is taken was stored by an earlier try', () => {
    const { outbox } = settled([item('a')], 'a', { kind: 'refused', code: 'key-reused' })
    expect(nextOf(outbox, channel)).toBeNull()
  })

  it('gives up what the channel has brought back, there alone', () => {
    const box = [item('a'), item('b', { channel: asId('desk-2') })]
    expect(brought(box, channel, () => true).map(({ key }) => key)).toEqual(['b'])
  })

  it('is empty where storage holds something else', () => {
    expect(outboxFrom(null)).toEqual([])
    expect(outboxFrom([1, { key: 'x' }])).toEqual([])
  })

  it('pauses from five seconds to a minute', () => {
    expect([5_000, 10_000, 40_000, 60_000].map(nextPause)).toEqual([10_000, 20_000, 60_000, 60_000])
  })
})
