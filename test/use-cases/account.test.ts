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
    expect(await recognise('open-passing', MONDAY)).toBeNull()
    const { data } = await db.collection('identities').where({ openid: 'open-passing' }).get()
    expect(data).toEqual([])
  })

  it('agreeing to older texts is refused, to these it makes a person', async () => {
    const old = await agreeToTerms({ ...consent, privacy: '2025-01' }, visitor('open-new'))
    expect(old).toMatchObject({ ok: false, code: 'outdated-terms' })
    yes(await agreeToTerms(consent, visitor('open-new')))
    expect(await recognise('open-new', MONDAY)).toMatchObject({ grants: [] })
  })

  it('agreeing twice leaves one line of each text in the history', async () => {
    yes(await agreeToTerms(consent, visitor('open-twice')))
    const actor = await recognise('open-twice', MONDAY)
    if (!actor) throw new Error('nobody was registered')
    yes(await agreeToTerms(consent, { actor, openid: 'open-twice', now: later(HOUR) }))
    const { consents } = yes(await readAccount({}, { actor, now: MONDAY }))
    expect(consents.map(({ term }) => term)).toEqual(['privacy', 'agreement'])
  })

  it('three first agreements at once make one person, who is nowhere on record without them', async () => {
    await Promise.all([1, 2, 3].map(() => agreeToTerms(consent, visitor('open-hasty'))))
    const { data } = await db.collection('identities').where({ openid: 'open-hasty' }).get()
    expect(data).toHaveLength(1)
    const people = await db.collection('people').where({}).limit(1000).get()
    expect(people.data.filter((row) => (row['consents'] as unknown[]).length !== 2)).toEqual([])
    const lines = await db.collection('audit').where({ by: data[0]?._id }).get()
    expect(lines.data).toMatchObject([{ what: 'consent.given' }])
  })

  it('a person and the agreement are stored together or not at all', async () => {
    const { total } = await db.collection('people').where({}).count()
    // A moment that cannot be stored stands in for a call that breaks off while it writes the consents.
    const now = {
      get at() {
        throw new Error('broke off')
      },
    }
    const broken = { ...visitor('open-broken'), now }
    await expect(agreeToTerms(consent, broken as never)).rejects.toThrow('broke off')
    expect(await recognise('open-broken', MONDAY)).toBeNull()
    expect((await db.collection('people').where({}).count()).total).toBe(total)
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

  it('holds every kind that names the person, however many rows of it there are', async () => {
    const phone = '13611112222'
    const person = anActor('well-known')
    await addPeople([person])
    yes(await verifyPhone({ code: await phoneCode(env, openidOf(person), phone) }, as(person)))
    const rows = 1_203
    const inbox = Array.from({ length: rows }, (_, at) => ({
      ...{ _id: `row-${String(at)}`, person: person.id, at: later(at % 7) },
      notice: { kind: 'role', what: 'granted', role: 'grid', title: '' },
    }))
    await db.collection('inbox').add({ data: inbox.slice(0, 700) })
    await db.collection('inbox').add({ data: inbox.slice(700) })
    const lines = Array.from({ length: 600 }, (_, at) => ({
      ...{ _id: `line-${String(at)}`, district: person.district, at: MONDAY, by: person.id },
      ...{ what: 'shop.changed', subject: 'shops/one', person: null, detail: {}, why: '' },
    }))
    await db.collection('audit').add({ data: lines })
    const contacts = Array.from({ length: 501 }, (_, at) => ({
      ...{ _id: `let-${String(at)}`, district: person.district, name: '房东', phone },
    }))
    await db.collection('contacts').add({ data: contacts })
    const invitation = { district: person.district, shop: 's', name: '', at: MONDAY, key: '', body: '' }
    await db.collection('invitations').add({
      data: [
        { ...invitation, _id: 'was-invited', phone, by: stranger.id },
        { ...invitation, _id: 'has-invited', phone: '13900009999', by: person.id },
      ],
    })
    const entry = { district: person.district, number: null, name: '岗位名', phone, title: '', grants: [] }
    await db.collection('roster').add({ data: { _id: 'mine', ...entry, person: person.id, version: 1 } })

    const { url } = yes(await exportAccount({}, as(person)))
    const copy = (await (await fetch(url)).json()) as Record<string, { id?: string; _id?: string }[]>
    const idsOf = (kind: string) => new Set((copy[kind] ?? []).map(({ id, _id }) => id ?? _id))
    expect(idsOf('inbox').size).toBe(rows)
    expect(idsOf('audit').size).toBe(601)
    expect(idsOf('contacts').size).toBe(501)
    expect([...idsOf('invitations'), ...idsOf('invited'), ...idsOf('roster')]).toEqual([
      ...['was-invited', 'has-invited', 'mine'],
    ])
    expect(copy['person']).toMatchObject({
      grants: [],
      consents: [{ term: 'privacy' }, { term: 'agreement' }],
    })
    for (const collection of ['contacts', 'invitations', 'roster'])
      await db.collection(collection).where({ district: person.district, phone }).remove()
  }, 20_000)

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
    expect(await recognise(openidOf(leaver), MONDAY)).toBeNull()
  })
})
