import fc from 'fast-check'

import { asId } from '#domain/kernel/id'
import type { Body } from '#domain/message'
import {
  decideHeld,
  filesOf,
  giveUpWaiting,
  holdFiles,
  holdWords,
  rememberTraces,
  takeVerdict,
  takeWordsVerdict,
  type Held,
  type Posted,
  type Verdict,
} from '#domain/moderation'
import { anActor, district, HOUR, later, MONDAY } from '../support/builders'

const author = anActor('author')
const moderator = anActor('moderator')
const postedWith = (body: Body): Posted => ({
  ...{ district, channel: asId<'channel'>('desk-one'), author: author.id, shop: null },
  ...{ at: MONDAY, key: 'key', content: 'hash', quote: null, mentions: [], asks: false, body },
  standing: 'owner',
})
const id = asId<'held'>('held-1')
const pictures = (count: number): Body => ({
  kind: 'images',
  pictures: Array.from({ length: count }, (_, at) => ({ file: `file-${String(at)}`, width: 1, height: 1 })),
})
const traceOf = (file: string) => `trace-${file}`
const asked = (count: number): Held => {
  const held = holdFiles(id, postedWith(pictures(count)))
  return rememberTraces(held, new Map(filesOf(held.body).map((file) => [file, traceOf(file)])), MONDAY)
}

const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'pass' } as const) },
  fc.constant({ kind: 'review' } as const),
  fc.constant({ kind: 'risky', reason: 'abusive' } as const),
)

describe('a held message', () => {
  it('whatever comes in whatever order: it passes when each file has passed, is refused when one is risky, and never else', () => {
    const step = fc.record({ file: fc.nat(3), verdict, minutes: fc.nat(60) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 12 }), (count, steps) => {
        const first = new Map<number, Verdict['kind']>()
        let held = asked(count)
        for (const { file, verdict: said, minutes } of steps) {
          const open = held.state.kind === 'checking' || held.state.kind === 'moderator'
          if (open && file < count && !first.has(file)) first.set(file, said.kind)
          held = giveUpWaiting(
            takeVerdict(held, traceOf(`file-${String(file)}`), said, MONDAY),
            later(minutes * 60_000),
          )
        }
        const said = [...first.values()]
        const passed = said.length === count && said.every((one) => one === 'pass')
        expect(held.state.kind === 'passed').toBe(passed)
        expect(held.state.kind === 'refused').toBe(said.includes('risky'))
        expect(filesOf(held.body)).toHaveLength(said.includes('risky') ? 0 : count)
        expect(held.due === null).toBe(held.state.kind === 'moderator')
      }),
    )
  })

  it('one with a file for known people alone waits for nobody; words wait two hours, pictures half of one', () => {
    const file: Body = { kind: 'file', file: 'file-a', name: 'a.pdf', bytes: 1 }
    expect(holdFiles(id, postedWith(file)).state.kind).toBe('passed')
    const words = holdWords(id, postedWith({ kind: 'text', words: '问' }), false)
    expect(giveUpWaiting(words, later(2 * HOUR - 1)).state.kind).toBe('checking')
    expect(giveUpWaiting(words, later(2 * HOUR)).state.kind).toBe('moderator')
    expect(takeWordsVerdict(words, null, later(HOUR)).due).toBe(later(HOUR + 60_000))
    expect(takeWordsVerdict(words, null, later(2 * HOUR - 1)).due).toBe(later(2 * HOUR))
    expect(giveUpWaiting(asked(1), later(HOUR / 2 - 1)).state.kind).toBe('checking')
    expect(giveUpWaiting(asked(1), later(HOUR / 2)).state.kind).toBe('moderator')
  })

  it('is decided by a person only when it waits for one, and never by its author', () => {
    const waiting = holdWords(id, postedWith({ kind: 'text', words: '问' }), true)
    const yes = { version: 1, pass: true, reason: 'other', why: '' } as const
    expect(decideHeld(waiting, yes, { actor: author, now: MONDAY })).toMatchObject({ code: 'not-permitted' })
    expect(decideHeld(asked(1), { ...yes, version: 2 }, { actor: moderator, now: MONDAY })).toMatchObject({
      code: 'wrong-state',
    })
    expect(decideHeld(waiting, yes, { actor: moderator, now: MONDAY })).toMatchObject({
      value: { state: { kind: 'passed' }, version: 2 },
    })
  })
})
