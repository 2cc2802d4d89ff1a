import { asInstant } from '#domain/kernel/instant'
import { findMessage } from '../../cloudfunctions/store/messages'
import { pageOfChannel } from '../../cloudfunctions/use-cases/channel/page'
import { hideMessage, recallMessage } from '../../cloudfunctions/use-cases/channel/take-back'
import { yes } from '../support/a-submission'
import { later } from '../support/builders'
import { aHeld } from '../support/claims'
import { auditOf, caseloadOf, foundShopOffice, headOne, nowAs } from '../support/shop-district'
import { foundDistrict } from '../support/small-district'
import { asksForChanges, groupOf, say } from '../support/talk'

const group = groupOf(caseloadOf(headOne))
const never = asInstant(0)

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

describe('taking back', () => {
  const spoken = async () => {
    const { person } = await aHeld()
    yes(await say(person, group, '说错了'))
    yes(await say(headOne, group, '哪一句？', { quote: 1 }))
    return person
  }

  it('within two minutes its author may; afterwards nobody, and the quote forgets the words too', async () => {
    const person = await spoken()
    expect(await recallMessage({ channel: group, seq: 1 }, await nowAs(headOne))).toMatchObject({
      code: 'not-permitted',
    })
    expect(
      await recallMessage({ channel: group, seq: 1 }, await nowAs(person, later(120_001))),
    ).toMatchObject({
      code: 'too-late',
    })
    yes(await recallMessage({ channel: group, seq: 1 }, await nowAs(person, later(120_000))))
    yes(await recallMessage({ channel: group, seq: 1 }, await nowAs(person, later(120_000))))
    const { changed } = yes(await asksForChanges(headOne, group, 2, never))
    expect(changed.map(({ seq, body, state }) => ({ seq, body: body?.kind ?? null, state }))).toEqual([
      { seq: 1, body: null, state: 'recalled' },
      { seq: 2, body: 'text', state: 'shown' },
    ])
    expect(changed[1]?.quote).toMatchObject({ line: { kind: 'recalled', words: '' } })
    expect(JSON.stringify(changed)).not.toContain('说错了')
  })

  it('the head hides with a reason that its author reads and other owners don’t, on record', async () => {
    const person = await spoken()
    const other = await aHeld()
    const hides = async (actor: typeof headOne, why: string) =>
      hideMessage({ channel: group, seq: 1, why }, await nowAs(actor))
    expect(await hides(person, '不要了')).toMatchObject({ code: 'not-permitted' })
    expect(await hides(headOne, ' ')).toMatchObject({ code: 'reason-missing' })
    yes(await hides(headOne, '写了别人的电话'))
    const whyFor = async (actor: typeof headOne) =>
      yes(await pageOfChannel({ channel: group, after: 0 }, await nowAs(actor))).messages[0]?.why
    expect(await whyFor(person)).toBe('写了别人的电话')
    expect(await whyFor(headOne)).toBe('写了别人的电话')
    expect(await whyFor(other.person)).toBeNull()
    expect(await auditOf(`messages/${group}:1`)).toHaveLength(1)
  })

  it('recalled and hidden at once: one of them stands', async () => {
    const person = await spoken()
    await Promise.all([
      recallMessage({ channel: group, seq: 1 }, await nowAs(person)),
      hideMessage({ channel: group, seq: 1, why: '不合适' }, await nowAs(headOne)),
    ])
    const message = await findMessage(group, 1)
    expect(['recalled', 'hidden']).toContain(message?.state.kind)
  })
})
