import { moveGuidance, shopToGuide, type GuidanceItem, type GuidanceMove } from '#domain/guidance-item'
import { moveHardship, type Hardship } from '#domain/hardship'
import { asId } from '#domain/kernel/id'

import { district, MONDAY, reporter } from '../support/builders'

const anItem = (given: Partial<GuidanceItem> = {}): GuidanceItem => ({
  id: asId('item-1'),
  district,
  shop: asId('shop-1'),
  caseload: asId('head-1'),
  from: { kind: 'message', channel: asId('desk-shop-1'), seq: 1 },
  words: '抹布分开用',
  by: asId('person-head'),
  at: MONDAY,
  version: 1,
  status: { kind: 'open', saidDone: null },
  ...given,
})
const occasion = { actor: reporter, now: MONDAY }
const said = anItem({ version: 2, status: { kind: 'open', saidDone: { by: reporter.id, at: MONDAY } } })

describe('a guidance item', () => {
  it('comes from what an owner said and the office reads, not from what was taken back', () => {
    const shop = { id: asId<'shop'>('shop-1'), name: '一号店' }
    const message = { author: reporter.id, standing: 'owner', shop, state: { kind: 'shown' } } as const
    expect(shopToGuide(message, 'head')).toBe(shop.id)
    expect(shopToGuide(message, 'deputy')).toBe(shop.id)
    expect(shopToGuide(message, 'owner')).toBeNull()
    expect(shopToGuide({ ...message, standing: 'head' }, 'head')).toBeNull()
    expect(shopToGuide({ ...message, author: null, standing: null }, 'head')).toBeNull()
    expect(shopToGuide({ ...message, state: { kind: 'recalled', at: MONDAY } }, 'head')).toBeNull()
  })

  it('is said done by the shop, and closed or dropped by the office', () => {
    const moves: readonly [GuidanceMove, 'owner' | 'office'][] = [
      [{ kind: 'sayDone' }, 'owner'],
      [{ kind: 'close' }, 'office'],
      [{ kind: 'drop', why: '已搬走' }, 'office'],
    ]
    for (const [move, side] of moves) {
      const other = side === 'owner' ? 'office' : 'owner'
      expect(moveGuidance(anItem(), move, 1, [side], occasion).ok).toBe(true)
      expect(moveGuidance(anItem(), move, 1, [other], occasion)).toMatchObject({ code: 'not-permitted' })
    }
  })

  it('changes nothing at a repeat, and says so where somebody else was first', () => {
    const again = moveGuidance(said, { kind: 'sayDone' }, 1, ['owner'], occasion)
    expect(again.ok && again.value).toBe(said)
    expect(moveGuidance(said, { kind: 'close' }, 1, ['office'], occasion)).toMatchObject({ code: 'stale' })
    const closed = anItem({ version: 3, status: { kind: 'done', by: asId('person-x'), at: MONDAY } })
    expect(moveGuidance(closed, { kind: 'sayDone' }, 3, ['owner'], occasion)).toMatchObject({
      code: 'wrong-state',
    })
    expect(moveGuidance(anItem(), { kind: 'drop', why: ' ' }, 1, ['office'], occasion)).toMatchObject({
      code: 'words-missing',
    })
  })
})

describe('a hardship', () => {
  const aHardship = (given: Partial<Hardship> = {}): Hardship => ({
    id: asId('hardship-1'),
    district,
    shop: asId('shop-1'),
    caseload: asId('head-1'),
    kind: 'equipment',
    words: '消毒柜坏了，换不起',
    helper: '',
    by: asId('person-owner'),
    at: MONDAY,
    version: 1,
    body: '',
    status: { kind: 'open' },
    ...given,
  })

  it('is answered by the office with words, once', () => {
    const answer = { kind: 'notPossible', words: '今年没有补贴，明年三月再报' } as const
    expect(moveHardship(aHardship(), answer, 1, ['owner'], occasion)).toMatchObject({ code: 'not-permitted' })
    expect(moveHardship(aHardship(), { ...answer, words: '' }, 1, ['office'], occasion)).toMatchObject({
      code: 'words-missing',
    })
    const answered = moveHardship(aHardship(), answer, 1, ['office'], occasion)
    expect(answered).toMatchObject({ value: { version: 2, status: answer } })
    if (!answered.ok) return
    const again = moveHardship(answered.value, answer, 1, ['office'], occasion)
    expect(again.ok && again.value).toBe(answered.value)
    const helped = { kind: 'helped', words: '借到了' } as const
    expect(moveHardship(answered.value, helped, 2, ['office'], occasion)).toMatchObject({
      code: 'wrong-state',
    })
  })

  it('names who helps while it is open', () => {
    const assigned = moveHardship(
      aHardship(),
      { kind: 'assign', helper: ' 商务局 ' },
      1,
      ['office'],
      occasion,
    )
    expect(assigned).toMatchObject({ value: { helper: '商务局', status: { kind: 'open' } } })
    const long = { kind: 'assign', helper: '长'.repeat(41) } as const
    expect(moveHardship(aHardship(), long, 1, ['office'], occasion)).toMatchObject({
      code: 'helper-too-long',
    })
  })
})
