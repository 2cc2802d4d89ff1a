import { answerComplaint, type Complaint } from '#domain/complaint'
import { asId } from '#domain/kernel/id'
import { anActor, district, MONDAY } from '../support/builders'

const moderator = anActor('moderator')
const colleague = anActor('colleague')
const author = anActor('author')
const open: Complaint = {
  ...{ id: asId('complaint-1'), district, by: author.id, at: MONDAY, about: null },
  ...{ reason: 'service', words: '等了很久', version: 1, body: 'x', status: { kind: 'open' } },
}
const answer = (complaint: Complaint, actor = moderator, words = '已经核实', version = 1) =>
  answerComplaint(complaint, { version, words }, { actor, now: MONDAY })

describe('a complaint', () => {
  it('is answered by neither its author nor whom it is about', () => {
    expect(answer(open, author)).toMatchObject({ code: 'not-permitted' })
    const about = (id: typeof author.id): Complaint => ({ ...open, about: { kind: 'person', id } })
    expect(answer(about(moderator.id))).toMatchObject({ code: 'not-permitted' })
    expect(answer(about(colleague.id)).ok).toBe(true)
    expect(answer({ ...open, about: { kind: 'shop', id: asId(moderator.id) } }).ok).toBe(true)
  })

  it('answered again by the same hand in the same words stays as it is; any other second answer comes too late', () => {
    const first = answer(open)
    if (!first.ok) throw new Error(first.code)
    expect(answer(first.value)).toEqual(first)
    expect(answer(first.value, moderator, '另一个说法')).toMatchObject({ code: 'stale' })
    expect(answer(first.value, colleague)).toMatchObject({ code: 'stale' })
    expect(answer(first.value, moderator, '已经核实', 2)).toMatchObject({ code: 'wrong-state' })
  })
})
