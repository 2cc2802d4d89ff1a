import fc from 'fast-check'

import {
  claimAudience,
  claimMoves,
  claimMovesOpenTo,
  decideClaim,
  grantsAfter,
  holdsShop,
  type Claim,
  type ClaimMove,
} from '#domain/claim'
import { asId } from '#domain/kernel/id'
import { aClaim } from '../support/a-shop'
import { aGrant, anActor, command, gridWorker, MONDAY, reporter, stranger } from '../support/builders'

const shop = asId<'shop'>('shop-1')
const claimant = reporter
const head = anActor('head', aGrant('head'))
const rival = anActor('rival', aGrant('owner', { kind: 'shop', shop }))
const heads = [head.id]
const moves = Object.keys(claimMoves) as ClaimMove[]

const move = (
  claim: Claim,
  what: ClaimMove,
  by = command,
  given: { version?: number; key?: string; body?: string; words?: string } = {},
) =>
  decideClaim(
    claim,
    {
      move: what,
      words: '有理由',
      version: claim.version,
      key: `key-${what}-${String(claim.version)}`,
      body: what,
      ...given,
    },
    heads,
    { actor: by, now: MONDAY },
  )
const after = (claim: Claim, what: ClaimMove, by = command): Claim => {
  const decided = move(claim, what, by)
  if (!decided.ok) throw new Error(`${what} was refused: ${decided.code}`)
  return decided.value
}

const asked = aClaim(claimant)
const held = aClaim(claimant, { way: 'phone' })
const contested = after(held, 'contest', rival)
const claimIn = {
  asked,
  held,
  contested,
  refused: after(asked, 'refuse', head),
  ended: after(held, 'undo', head),
} as const satisfies Record<Claim['status']['kind'], Claim>

describe('how a claim begins', () => {
  it('a phone of the register and an invitation are in at once, a photo waits', () => {
    expect(held.status).toEqual({ kind: 'held', since: MONDAY })
    expect(aClaim(claimant, { way: 'invitation', as: 'agent' }).status.kind).toBe('held')
    expect(asked.status).toEqual({ kind: 'asked' })
  })

  it('holds while held and while contested, and not otherwise', () => {
    expect(Object.values(claimIn).map(holdsShop)).toEqual([false, true, true, false, false])
  })
})

describe('who may move a claim, and where from', () => {
  const table: Readonly<Record<ClaimMove, readonly [readonly string[], readonly string[]]>> = {
    confirm: [['head', 'command'], ['asked']],
    refuse: [['head', 'command'], ['asked']],
    undo: [['head', 'command'], ['held']],
    contest: [['head', 'rival'], ['held']],
    uphold: [['command'], ['contested']],
    overturn: [['command'], ['contested']],
    leave: [['reporter'], ['asked', 'held', 'contested']],
  }
  const actors = [claimant, head, rival, command, gridWorker, stranger]

  it.each(moves)('%s', (what) => {
    const [by, states] = table[what]
    for (const [state, claim] of Object.entries(claimIn))
      for (const actor of actors) {
        const mayBy = by.includes(actor.id.replace('person-', ''))
        const decided = move(claim, what, actor)
        const expected = !mayBy ? 'not-permitted' : states.includes(state) ? 'ok' : 'wrong-state'
        expect([state, actor.id, decided.ok ? 'ok' : decided.code]).toEqual([state, actor.id, expected])
        expect(claimMovesOpenTo(claim, actor, heads).includes(what)).toBe(decided.ok)
      }
  })

  it('nobody decides on a claim of their own, be they head or command', () => {
    for (const actor of [head, command]) {
      const own = aClaim(actor)
      expect(move(own, 'confirm', actor)).toMatchObject({ code: 'not-permitted' })
      expect(move(own, 'leave', actor).ok).toBe(true)
    }
  })
})

describe('a move', () => {
  it('with a version seen before is stale, and its repeat gives the same answer', () => {
    const confirmed = after(asked, 'confirm', head)
    expect(move(confirmed, 'undo', head, { version: 1 })).toMatchObject({ code: 'stale' })
    const repeat = { version: 1, key: 'key-confirm-1', body: 'confirm' }
    expect(move(confirmed, 'confirm', head, repeat)).toEqual({ ok: true, value: confirmed })
    expect(move(confirmed, 'confirm', head, { ...repeat, body: 'other' })).toMatchObject({
      code: 'key-reused',
    })
  })

  it('that says no needs its reason, and nobody needs one to leave', () => {
    for (const [what, claim] of [
      ['refuse', asked],
      ['undo', held],
      ['overturn', contested],
    ] as const)
      expect(move(claim, what, command, { words: ' ' })).toMatchObject({ code: 'reason-missing' })
    expect(move(held, 'contest', rival, { words: '' })).toMatchObject({ code: 'reason-missing' })
    expect(move(held, 'leave', claimant, { words: '' }).ok).toBe(true)
    expect(move(asked, 'refuse', head, { words: '长'.repeat(301) })).toMatchObject({ code: 'words-too-long' })
  })
})

describe('who hears of it', () => {
  const owners = [rival.id]
  it('a claim that holds: heads and the other owners; one that waits: the heads; without a head: command', () => {
    expect(claimAudience(held, heads, owners)).toEqual({
      ...{ persons: [head.id, rival.id], posts: [], except: claimant.id },
    })
    expect(claimAudience(asked, heads, owners).persons).toEqual([head.id])
    expect(claimAudience(asked, [], owners).posts).toEqual(['command:district-north'])
  })

  it('what the office decides: the claimant; what command decides of a contest: both sides and the heads', () => {
    expect(claimAudience(claimIn.refused, heads, owners).persons).toEqual([claimant.id])
    expect(claimAudience(claimIn.ended, heads, owners).persons).toEqual([claimant.id])
    expect(claimAudience(contested, heads, owners)).toMatchObject({
      ...{ persons: [claimant.id, head.id], posts: ['command:district-north'] },
    })
    expect(claimAudience(after(contested, 'overturn'), heads, []).persons).toEqual([
      claimant.id,
      rival.id,
      head.id,
    ])
  })
})

describe('the owner’s grant', () => {
  const other = aGrant('owner', { kind: 'shop', shop: asId('shop-2') })

  it('is there exactly while the claim holds, once, whatever happens; other grants stay', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom(...moves), fc.constantFrom(claimant, head, rival, command)),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(fc.constantFrom(asked, held), steps, (first, path) => {
        let claim: Claim = first
        let grants = grantsAfter([other], claim)
        for (const [what, by] of path) {
          const decided = move(claim, what, by)
          if (!decided.ok) continue
          expect(decided.value.history).toHaveLength(claim.history.length + 1)
          claim = decided.value
          grants = grantsAfter(grants, claim)
          const mine = grants.filter(({ scope }) => scope.kind === 'shop' && scope.shop === shop)
          expect(mine).toHaveLength(holdsShop(claim) ? 1 : 0)
          expect(grants).toContainEqual(other)
        }
      }),
    )
  })
})
