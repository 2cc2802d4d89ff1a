import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import type { ComplaintSubject } from '#domain/complaint'

import { answer } from '../../cloudfunctions/use-cases/complaint/answer'
import { listComplaints } from '../../cloudfunctions/use-cases/complaint/list'
import { submitComplaint } from '../../cloudfunctions/use-cases/complaint/submit'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { yes } from '../support/a-submission'
import { aGrant, anActor, command, later, reporter } from '../support/builders'
import { auditOf } from '../support/shop-district'
import { addPeople, aKey, as, foundDistrict } from '../support/small-district'

const moderator = anActor('moderator', aGrant('moderator'))

beforeAll(async () => {
  await foundDistrict()
  await addPeople([moderator])
})

const complain = async (by: Actor = reporter, about: ComplaintSubject | null = null) =>
  yes(await submitComplaint({ about, reason: 'service', words: '等了很久', key: aKey() }, as(by))).id
const reply = (id: Id<'complaint'>, by: Actor, words = '已经核实') =>
  answer({ id, version: 1, words }, as(by))
const answersHeard = async (actor: Actor, id: Id<'complaint'>) => {
  await deliverWaiting(later(60_000))
  const { rows } = yes(await listEntries({ cursor: null }, as(actor)))
  return rows.filter(
    ({ notice }) => notice.kind === 'complaint' && notice.what === 'answered' && notice.complaint === id,
  )
}

describe('the answer to a complaint', () => {
  it('does not come from its author, nor from whom it is about', async () => {
    expect(await reply(await complain(moderator), moderator)).toMatchObject({ code: 'not-permitted' })
    const about = await complain(reporter, { kind: 'person', id: moderator.id })
    expect(await reply(about, moderator)).toMatchObject({ code: 'not-permitted' })
    const { rows } = yes(await listComplaints({ scope: 'work', filter: 'open', cursor: null }, as(moderator)))
    // the own one is shown, but not for an answer; the one about the reader is not shown
    expect(rows.map(({ id, answerable }) => [id === about, answerable])).toEqual([[false, false]])
    expect((await reply(about, command)).ok).toBe(true)
  })

  it('sent three times at once is one answer, one line in the log, one entry for its author', async () => {
    const id = await complain()
    const answers = await Promise.all([1, 2, 3].map(() => reply(id, moderator)))
    expect(answers.map(yes)).toEqual([{ version: 2 }, { version: 2 }, { version: 2 }])
    expect(yes(await reply(id, moderator))).toEqual({ version: 2 })
    expect(await auditOf(`complaints/${id}`)).toHaveLength(1)
    expect(await answersHeard(reporter, id)).toHaveLength(1)
  })

  it('two who answer at once: one is heard, the other is told that it is too late', async () => {
    const id = await complain()
    const answers = await Promise.all([reply(id, moderator), reply(id, command, '另有答复')])
    expect(answers.map((one) => (one.ok ? 'heard' : one.code)).sort()).toEqual(['heard', 'stale'])
    expect(await answersHeard(reporter, id)).toHaveLength(1)
  })
})
