import { asId } from '#domain/kernel/id'

import { db } from '../../cloudfunctions/cloud/database'
import { fix } from '../../cloudfunctions/use-cases/report/fix'
import { list } from '../../cloudfunctions/use-cases/report/list'
import { read } from '../../cloudfunctions/use-cases/report/read'
import { start } from '../../cloudfunctions/use-cases/report/start'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { aSubmission, yes } from '../support/a-submission'
import { handler, HOUR, later, reporter, stranger } from '../support/builders'
import { aKey, as, foundDistrict, rubbish, springCell } from '../support/small-district'
import { withoutPhone } from '../support/shop-district'
import { aPhoto, handIn, upload } from '../support/uploads'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
})

const count = async () =>
  yes(await list({ scope: 'mine', filter: 'all', cursor: null }, as(reporter))).rows.length

/** A refusal stores nothing. */
const refusedWith = async (given: Parameters<typeof aSubmission>[0], code: string, now = as(reporter)) => {
  const before = await count()
  expect(await submit(aSubmission(given), now)).toMatchObject({ ok: false, code })
  expect(await count()).toBe(before)
}

describe('a submission is refused, and nothing is stored', () => {
  it('from somebody who has not verified a phone', async () => {
    const unverified = await withoutPhone('unverified')
    expect(await submit(aSubmission(), as(unverified))).toMatchObject({ code: 'phone-needed' })
    const { total } = await db.collection('reports').where({ reporter: unverified.id }).count()
    expect(total).toBe(0)
  })
  it('with neither photo nor words', () => refusedWith({ words: '  ' }, 'nothing-said'))
  it('with a place outside the district', () =>
    refusedWith(
      { place: { cell: springCell.id, spot: '', point: { lng: 100, lat: 20 } } },
      'outside-district',
    ))
  it('with a grid cell nobody knows', () =>
    refusedWith({ place: { cell: asId('nowhere'), spot: '', point: null } }, 'unknown-cell'))
  it('with a grid cell of another district', async () => {
    await db
      .collection('cells')
      .add({ data: { _id: 'far', district: 'elsewhere', street: 'x', name: '别处', centre: {} } })
    await refusedWith({ place: { cell: asId('far'), spot: '', point: null } }, 'unknown-cell')
  })
  it('with a category nobody knows', () => refusedWith({ category: asId('nothing') }, 'unknown-category'))
  it('with words beyond the limit', () => refusedWith({ words: '长'.repeat(501) }, 'words-too-long'))
  it('with ten photos', async () => {
    const { ticket, files } = await handIn(
      env,
      reporter,
      Array.from({ length: 10 }, (_, at) => aPhoto(at * 20)),
    )
    await refusedWith({ ticket, files }, 'too-many-photos')
  })
  it('with a photo of twenty megabytes', async () => {
    const { ticket, files } = await handIn(env, reporter, [aPhoto(), Buffer.alloc(20_000_000, 1)])
    await refusedWith({ ticket, files }, 'photo-too-large')
  })
  it('with a file that is no photo, whatever it calls itself', async () => {
    const { ticket, files } = await handIn(env, reporter, [Buffer.from('<script>alert(1)</script>')])
    await refusedWith({ ticket, files }, 'not-a-photo')
  })
  it('with a photo that was never uploaded', async () => {
    const { ticket, files } = await handIn(env, reporter, [aPhoto()])
    await refusedWith({ ticket, files: files.map((file) => file.replace(/1$/, '7')) }, 'photo-missing')
  })
  it("with another person's upload ticket", async () => {
    const { ticket, files } = await handIn(env, stranger, [aPhoto()])
    await refusedWith({ ticket, files }, 'ticket-unknown')
  })
  it("with another person's file under a ticket of one's own", async () => {
    const theirs = await handIn(env, stranger, [aPhoto()])
    const mine = await handIn(env, reporter, [])
    await refusedWith({ ticket: mine.ticket, files: theirs.files }, 'ticket-unknown')
  })
  it('with a ticket older than an hour', async () => {
    const { ticket, files } = await handIn(env, reporter, [aPhoto()])
    await refusedWith({ ticket, files }, 'ticket-unknown', as(reporter, later(2 * HOUR)))
  })
})

describe('what a person sends', () => {
  it('a script in the words is kept as the words it is', async () => {
    const words = '<script>alert("x")</script> 门口堵了'
    const { id } = yes(await submit(aSubmission({ words }), as(reporter)))
    expect(yes(await read({ id }, as(reporter))).words).toBe(words)
  })

  it('an accepted photo is not swapped by writing to its upload path again', async () => {
    const mine = await handIn(env, reporter, [aPhoto(10)])
    const { id } = yes(await submit(aSubmission({ ticket: mine.ticket, files: mine.files }), as(reporter)))
    const [before] = yes(await read({ id }, as(reporter))).photos
    await upload(env, reporter, `${mine.folder}/1`, aPhoto(250))
    const bytes = async (url = '') => Buffer.from(await (await fetch(url)).arrayBuffer())
    const after = yes(await read({ id }, as(reporter))).photos[0]
    expect(await bytes(after)).toEqual(await bytes(before))
    expect((await bytes(after)).equals(aPhoto(250))).toBe(false)
  })

  it("no client writes where accepted photos lie, nor into a stranger's folder", async () => {
    await expect(upload(env, reporter, 'kept/x/1', aPhoto())).rejects.toThrow('refused')
  })

  it('a photo survives a refused submission and is taken in by the next one', async () => {
    const mine = await handIn(env, reporter, [aPhoto()])
    const sent = aSubmission({ ticket: mine.ticket, files: mine.files })
    expect(await submit({ ...sent, category: asId('nothing') }, as(reporter))).toMatchObject({ ok: false })
    const { id } = yes(await submit(sent, as(reporter)))
    expect(yes(await read({ id }, as(reporter))).photos).toHaveLength(1)
  })
})

describe('the same thing twice', () => {
  it('a submission sent again gets the first answer and is stored once', async () => {
    const mine = await handIn(env, reporter, [aPhoto()])
    const sent = aSubmission({ ticket: mine.ticket, files: mine.files })
    const before = await count()
    const first = yes(await submit(sent, as(reporter)))
    expect(yes(await submit(sent, as(reporter)))).toEqual(first)
    expect(await count()).toBe(before + 1)
  })

  it('the same key with other words is refused', async () => {
    const sent = aSubmission()
    yes(await submit(sent, as(reporter)))
    expect(await submit({ ...sent, words: '另一件事' }, as(reporter))).toMatchObject({ code: 'key-reused' })
  })

  it("one person's key means nothing for another", async () => {
    const sent = aSubmission()
    const mine = yes(await submit(sent, as(reporter)))
    expect(yes(await submit(sent, as(stranger))).id).not.toBe(mine.id)
  })

  it('a second "fixed" is refused; the first, repeated by its key, is answered again', async () => {
    const { id } = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    const { version } = yes(await start({ id, version: 1, key: aKey() }, as(handler)))
    const { ticket, files } = await handIn(env, handler, [aPhoto()])
    const first = { id, version, key: aKey(), ticket, files, words: '' }
    const done = yes(await fix(first, as(handler)))
    expect(yes(await fix(first, as(handler)))).toEqual(done)
    expect(await fix({ ...first, key: aKey() }, as(handler))).toMatchObject({ code: 'stale' })
    const seen = { ...first, version: done.version, key: aKey() }
    expect(await fix(seen, as(handler))).toMatchObject({ code: 'wrong-state' })
    expect(await fix({ ...first, words: '另写一句' }, as(handler))).toMatchObject({ code: 'key-reused' })
  })

  it('"fixed" without a photo as proof is refused', async () => {
    const { id } = yes(await submit(aSubmission({ category: rubbish.id }), as(reporter)))
    const { version } = yes(await start({ id, version: 1, key: aKey() }, as(handler)))
    const empty = { id, version, key: aKey(), ticket: null, files: [], words: '好了' }
    expect(await fix(empty, as(handler))).toMatchObject({ code: 'proof-missing' })
  })

  it("a stranger's report answers like one that does not exist", async () => {
    const { id } = yes(await submit(aSubmission(), as(reporter)))
    const strangers = await read({ id }, as(stranger))
    expect(strangers).toEqual(await read({ id: asId('never-was') }, as(stranger)))
  })
})
