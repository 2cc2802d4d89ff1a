import { db } from '../../cloudfunctions/cloud/database'
import { agreeToTerms } from '../../cloudfunctions/use-cases/session/agree'
import { openSession } from '../../cloudfunctions/use-cases/session/open'
import { recognise } from '../../cloudfunctions/use-cases/session/recognise'
import { deleteAccount } from '../../cloudfunctions/use-cases/account/delete'
import { exportAccount } from '../../cloudfunctions/use-cases/account/export'
import { portrayAccount } from '../../cloudfunctions/use-cases/account/portray'
import { readAccount } from '../../cloudfunctions/use-cases/account/read'
import { renameAccount } from '../../cloudfunctions/use-cases/account/rename'
import { sweepCopies } from '../../cloudfunctions/use-cases/account/sweep-copies'
import { verifyPhone } from '../../cloudfunctions/use-cases/account/verify-phone'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { aSubmission, sessionOf, yes } from '../support/a-submission'
import { anActor, command, HOUR, later, MONDAY, reporter, stranger } from '../support/builders'
import { addPeople, as, cloudUrl, consent, foundDistrict, nameOf, openidOf } from '../support/small-district'
import { aPhoto, handIn } from '../support/uploads'
import { phoneCode, textsOfEverything } from '../support/wechat'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
})

const visitor = (openid: string) => ({ actor: null, openid, now: MONDAY })

describe('before anything is agreed', () => {
  it('a visitor reads the guide, and nothing is stored of the visit', async () => {
    const session = yes(await openSession({}, visitor('open-passing')))
    expect(session).toMatchObject({ kind: 'visitor', guide: { versions: consent } })
    expect(await recognise('open-passing')).toBeNull()
    const { data } = await db.collection('identities').where({ openid: 'open-passing' }).get()
    expect(data).toEqual([])
  })

  it('agreeing to older texts is refused, to these it makes a person', async () => {
    const old = await agreeToTerms({ ...consent, privacy: '2025-01' }, visitor('open-new'))
    expect(old).toMatchObject({ ok: false, code: 'outdated-terms' })
    yes(await agreeToTerms(consent, visitor('open-new')))
    expect(await recognise('open-new')).toMatchObject({ grants: [] })
  })

  it('agreeing twice leaves one line of each text in the history', async () => {
    yes(await agreeToTerms(consent, visitor('open-twice')))
    const actor = await recognise('open-twice')
    if (!actor) throw new Error('nobody was registered')
    yes(await agreeToTerms(consent, { actor, openid: 'open-twice', now: later(HOUR) }))
    const { consents } = yes(await readAccount({}, { actor, now: MONDAY }))
    expect(consents.map(({ term }) => term)).toEqual(['privacy', 'agreement'])
  })

  it('when the texts change, the session says so until the person agrees again', async () => {
    const person = anActor('long-standing')
    await addPeople([person])
    expect((await sessionOf(person)).outdated).toBe(false)
    const newer = { ...consent, privacy: '2027-01' }
    await db
      .collection('districts')
      .doc(person.district)
      .update({ data: { consent: newer } })
    expect((await sessionOf(person)).outdated).toBe(true)
    yes(await agreeToTerms(newer, as(person)))
    expect((await sessionOf(person)).outdated).toBe(false)
    await db.collection('districts').doc(person.district).update({ data: { consent } })
  })
})

describe('name, picture, phone', () => {
  it('a name is trimmed, and an empty or endless one refused', async () => {
    yes(await renameAccount({ name: '  林小满 ' }, as(reporter)))
    expect((await sessionOf(reporter)).person.name).toBe('林小满')
    expect(await renameAccount({ name: ' ' }, as(reporter))).toMatchObject({ code: 'name-missing' })
    expect(await renameAccount({ name: '长'.repeat(21) }, as(reporter))).toMatchObject({
      code: 'name-too-long',
    })
  })

  it('a picture is taken in like every photo, and the one before is gone', async () => {
    const first = await handIn(env, reporter, [aPhoto(1)])
    const { avatar } = yes(await portrayAccount(first, as(reporter)))
    expect((await fetch(avatar)).status).toBe(200)
    yes(await portrayAccount(await handIn(env, reporter, [aPhoto(2)]), as(reporter)))
    expect((await fetch(avatar)).status).toBe(404)
    const none = await portrayAccount({ ticket: null, files: [] }, as(reporter))
    expect(none).toMatchObject({ code: 'photo-missing' })
  })

  it('a phone comes from WeChat’s code alone, once, and is shown masked', async () => {
    const code = await phoneCode(env, openidOf(reporter), '13812345678')
    expect(yes(await verifyPhone({ code }, as(reporter)))).toMatchObject({ phone: '138****5678' })
    expect(await verifyPhone({ code }, as(reporter))).toMatchObject({ code: 'code-expired' })
    expect(await verifyPhone({ code: '13812345678' }, as(reporter))).toMatchObject({ code: 'code-expired' })
    expect(yes(await readAccount({}, as(reporter))).phone).toBe('138****5678')
  })

  it('a number that changes hands belongs to whoever verified it last', async () => {
    const phone = '13900001111'
    const take = async (actor: typeof reporter) =>
      yes(await verifyPhone({ code: await phoneCode(env, openidOf(actor), phone) }, as(actor)))
    await take(stranger)
    await take(reporter)
    expect(yes(await readAccount({}, as(stranger))).phone).toBeNull()
    expect(yes(await readAccount({}, as(reporter))).phone).toBe('139****1111')
  })

  it('two who verify one number at once: one of them has it', async () => {
    const phone = '13700002222'
    const codes = await Promise.all(
      [reporter, stranger].map((actor) => phoneCode(env, openidOf(actor), phone)),
    )
    await Promise.all(
      [reporter, stranger].map((actor, at) => verifyPhone({ code: codes[at] ?? '' }, as(actor))),
    )
    const phones = await Promise.all(
      [reporter, stranger].map(async (actor) => yes(await readAccount({}, as(actor))).phone),
    )
    expect(phones.filter((one) => one === '137****2222')).toHaveLength(1)
  })
})

describe('my data', () => {
  it('comes as one file, and its address stops working within the hour', async () => {
    const exporter = anActor('exporter')
    await addPeople([exporter])
    yes(await submit(aSubmission({ words: '我写的话' }), as(exporter)))
    const { url } = yes(await exportAccount({}, as(exporter)))
    const copy = (await (await fetch(url)).json()) as {
      identity: { name: string }
      reports: { words: string }[]
    }
    expect(copy.identity.name).toBe(nameOf(exporter))
    expect(copy.reports.map(({ words }) => words)).toContain('我写的话')
    expect(await sweepCopies(later(30 * 60_000))).toBe(0)
    expect(await sweepCopies(later(2 * HOUR))).toBe(1)
    expect((await fetch(url)).status).toBe(404)
  })

  it('an account of the office is not deleted before its roles are handed over', async () => {
    expect(await deleteAccount({ confirm: true }, as(command))).toMatchObject({ code: 'holds-office' })
  })

  it('after deletion no name, phone, openid or picture is left anywhere; what others rely on keeps the id', async () => {
    const leaver = anActor('leaver')
    await addPeople([leaver])
    yes(await renameAccount({ name: '即将注销的人' }, as(leaver)))
    yes(await verifyPhone({ code: await phoneCode(env, openidOf(leaver), '13655554444') }, as(leaver)))
    const { avatar } = yes(await portrayAccount(await handIn(env, leaver, [aPhoto(3)]), as(leaver)))
    const { id } = yes(await submit(aSubmission(), as(leaver)))
    const { url } = yes(await exportAccount({}, as(leaver)))

    yes(await deleteAccount({ confirm: true }, as(leaver)))
    yes(await deleteAccount({ confirm: true }, as(leaver)))

    const everything = await textsOfEverything(cloudUrl(), env)
    expect(everything.length).toBeGreaterThan(10)
    for (const trace of ['即将注销的人', '13655554444', openidOf(leaver)])
      expect(everything.filter((text) => text.includes(trace))).toEqual([])
    expect((await fetch(avatar)).status).toBe(404)
    expect((await fetch(url)).status).toBe(404)
    const { data } = await db.collection('reports').doc(id).get()
    expect(data?.['reporter']).toBe(leaver.id)
    expect(await recognise(openidOf(leaver))).toBeNull()
  })
})
