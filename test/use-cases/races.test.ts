import { db } from '../../cloudfunctions/cloud/database'
import { findPerson } from '../../cloudfunctions/store/people'
import { list } from '../../cloudfunctions/use-cases/report/list'
import { start } from '../../cloudfunctions/use-cases/report/start'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { agreeToTerms } from '../../cloudfunctions/use-cases/session/agree'
import { aSubmission, yes } from '../support/a-submission'
import { aGrant, anActor, department, handler, MONDAY, reporter } from '../support/builders'
import { aPhoto, handIn } from '../support/uploads'
import { addPeople, aKey, as, consent, foundDistrict, rubbish } from '../support/small-district'

const colleague = anActor('colleague', aGrant('handler', { kind: 'department', department }))

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
  await addPeople([colleague])
})

describe('at the same time', () => {
  it('one submission sent five times at once is one report with one answer', async () => {
    const sent = aSubmission()
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(sent, as(reporter))))
    expect(new Set(answers.map((answer) => yes(answer).id)).size).toBe(1)
    expect(new Set(answers.map((answer) => yes(answer).number)).size).toBe(1)
    expect(yes(await list({ scope: 'mine', filter: 'all', cursor: null }, as(reporter))).rows).toHaveLength(1)
  })

  it('one submission with photos sent three times at once is one report, and nobody hears of a missing photo', async () => {
    const { ticket, files } = await handIn(env, reporter, [aPhoto(1), aPhoto(2)])
    const sent = aSubmission({ ticket, files })
    const answers = await Promise.all([1, 2, 3].map(() => submit(sent, as(reporter))))
    expect(new Set(answers.map((answer) => yes(answer).id)).size).toBe(1)
  })

  it('two handlers start at once: one has it, the other is told that someone was quicker', async () => {
    const { id } = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    const answers = await Promise.all(
      [handler, colleague].map((actor) => start({ id, version: 1, key: aKey() }, as(actor))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'stale' })
  })

  it('twenty residents report at once: all are stored, each with a number of its own', async () => {
    const residents = Array.from({ length: 20 }, (_, at) => anActor(`neighbour-${String(at)}`))
    await addPeople(residents)
    const answers = await Promise.all(residents.map((actor) => submit(aSubmission(), as(actor))))
    expect(new Set(answers.map((answer) => yes(answer).number)).size).toBe(20)
  })

  it('a first agreement that comes three times at once makes one person', async () => {
    const openid = 'open-newcomer'
    await Promise.all([1, 2, 3].map(() => agreeToTerms(consent, { actor: null, openid, now: MONDAY })))
    const { data } = await db.collection('identities').where({ openid }).get()
    expect(data).toHaveLength(1)
    const person = await findPerson(data[0]?._id as never)
    expect(person?.consents).toHaveLength(2)
  })
})
