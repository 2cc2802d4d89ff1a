import fc from 'fast-check'

import type { Actor } from '#domain/actor'
import type { Id } from '#domain/kernel/id'
import { messageLimits } from '#domain/message'

import { db } from '../../cloudfunctions/cloud/database'
import { listMessages } from '../../cloudfunctions/store/messages'
import { deleteAccount } from '../../cloudfunctions/use-cases/account/delete'
import { exportAccount } from '../../cloudfunctions/use-cases/account/export'
import { clearDepartures } from '../../cloudfunctions/use-cases/account/clear-away'
import { emptyRecalled } from '../../cloudfunctions/use-cases/channel/empty-recalled'
import { post } from '../../cloudfunctions/use-cases/channel/post'
import { recallMessage } from '../../cloudfunctions/use-cases/channel/take-back'
import { sweepDrafts } from '../../cloudfunctions/use-cases/upload/draft'
import { cleanName, fileKind } from '../../cloudfunctions/use-cases/upload/file-bytes'
import { pictureSize } from '../../cloudfunctions/use-cases/upload/picture-size'
import { canLast, voiceKind } from '../../cloudfunctions/use-cases/upload/voice-bytes'
import { yes } from '../support/a-submission'
import { DAY, HOUR, later } from '../support/builders'
import { aHeld } from '../support/claims'
import {
  aMarkedPicture,
  anOffice,
  aPdf,
  aVoice,
  heldOf,
  keptFilesOf,
  send,
  type Kind,
} from '../support/content'
import { caseloadOf, foundShopOffice, headOne, headTwo, nowAs } from '../support/shop-district'
import { foundDistrict } from '../support/small-district'
import { aPosting, atPhone, deskOf, groupOf, opens } from '../support/talk'
import { aPhoto, handIn } from '../support/uploads'

jest.setTimeout(60_000)

const MINUTE = 60_000
const group = groupOf(caseloadOf(headOne))
let env = ''
let owner: Actor
let desk: Id<'channel'>
beforeAll(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})
beforeEach(async () => {
  const { shop, person } = await aHeld()
  owner = person
  desk = deskOf(shop)
})

const images = { kind: 'images' } as const
const file = (name: string) => ({ kind: 'file', name }) as const
const voice = (seconds: number) => ({ kind: 'voice', seconds }) as const
const keptFiles = () => keptFilesOf(env)
const latest = async (actor: Actor) => yes(await opens(actor, desk)).messages.at(-1)?.body
const sends = async (kind: Kind, files: readonly Buffer[], channel = desk, by = owner) =>
  (await send(env, by, channel, kind, files)).answer

describe('a file at the desk', () => {
  it('is there at once for both sides, under its name, and opens as it was sent', async () => {
    const bytes = aPdf('卫生许可证')
    expect(yes(await sends(file('卫生许可证.pdf'), [bytes])).seq).toBe(1)
    const body = await latest(headOne)
    if (body?.kind !== 'file') throw new Error('no file')
    expect(body).toMatchObject({ name: '卫生许可证.pdf', bytes: bytes.length })
    expect(Buffer.from(await (await fetch(body.url)).arrayBuffer()).equals(bytes)).toBe(true)
    expect(yes(await sends(file('须知.docx'), [anOffice('word')], desk, headOne)).seq).toBe(2)
    expect(await heldOf(owner, desk, 'any')).toBeNull()
  })

  it('in the group comes from the office alone; a stranger’s reaches no desk, and no file stays', async () => {
    const before = await keptFiles()
    expect(await sends(file('a.pdf'), [aPdf()], group)).toMatchObject({ code: 'kind-not-allowed' })
    expect(await sends(file('a.pdf'), [aPdf()], desk, headTwo)).toMatchObject({ code: 'not-found' })
    expect(await keptFiles()).toEqual(before)
    expect(yes(await sends(file('通知.pdf'), [aPdf()], group, headOne)).seq).toEqual(expect.any(Number))
  })

  it.each<[what: string, name: string, bytes: Buffer]>([
    ['a program', 'update.exe', Buffer.from('MZ\x90')],
    ['a program that calls itself a page', 'update.pdf', Buffer.from('MZ\x90 %PDF-')],
    ['a page that calls itself a picture', 'page.jpg', aPdf()],
    ['an archive', 'all.zip', anOffice('word')],
    ['a table that calls itself a document', 'table.docx', anOffice('xl')],
    ['a document that brings a program', 'form.docx', anOffice('word', ['word/vbaProject.bin'])],
    ['a web page as a text', 'page.html', Buffer.from('<script>1</script>')],
    ['a text that is none', 'note.txt', Buffer.from([0, 1, 2, 3])],
    ['nothing at all', 'empty.pdf', Buffer.alloc(0)],
    ['an ending turned round', 'bill\u202efdp.exe', aPdf()],
  ])('%s is refused', async (_what, name, bytes) => {
    const before = await keptFiles()
    expect(await sends(file(name), [bytes])).toMatchObject({ code: 'file-kind', detail: { position: 1 } })
    expect(await keptFiles()).toEqual(before)
  })

  it('of 21 MB is refused, of 19 MB taken', async () => {
    const large = (megabytes: number) => Buffer.concat([aPdf(), Buffer.alloc(megabytes * 1_000_000)])
    expect(await sends(file('large.pdf'), [large(21)])).toMatchObject({
      code: 'file-too-large',
      detail: { most: messageLimits.fileBytes },
    })
    expect((await sends(file('large.pdf'), [large(19)])).ok).toBe(true)
  })

  it('two at once under one message, none, or somebody else’s upload is refused', async () => {
    expect(await sends(file('a.pdf'), [aPdf(), aPdf('2')])).toMatchObject({ code: 'too-many-photos' })
    expect(await sends(file('a.pdf'), [])).toMatchObject({ code: 'photo-missing' })
    const { ticket, files } = await handIn(env, headTwo, [aPdf()])
    const stolen = aPosting(desk, '', { body: { ...file('a.pdf'), ticket, files } })
    expect(await post(stolen, await atPhone(owner))).toMatchObject({ code: 'ticket-unknown' })
  })

  it('sent three times at once is one message with one file', async () => {
    const before = await keptFiles()
    const call = await atPhone(owner)
    const { ticket, files } = await handIn(env, owner, [aPdf('once')], call)
    const posting = aPosting(desk, '', { body: { ...file('once.pdf'), ticket, files } })
    const answers = await Promise.all([post(posting, call), post(posting, call), post(posting, call)])
    const seqs = answers.flatMap((answer) => (answer.ok ? (answer.value.seq ?? []) : []))
    expect(new Set(seqs)).toEqual(new Set([1]))
    await sweepDrafts(later(2 * HOUR))
    expect(await keptFiles()).toHaveLength(before.length + 1)
    expect(yes(await post(posting, call)).seq).toBe(1)
    const body = await latest(headOne)
    expect(body?.kind === 'file' && (await fetch(body.url)).ok).toBe(true)
    const { folder: _folder, ...retry } = await handIn(env, owner, [aPdf('once')], call)
    expect(yes(await post({ ...posting, body: { ...file('once.pdf'), ...retry } }, call)).seq).toBe(1)
  })
})

describe('pictures and voices on their way in', () => {
  it('a page named as a picture, ten pictures and none are refused, with which one it was', async () => {
    expect(await sends(images, [aMarkedPicture(), aPdf()])).toMatchObject({
      code: 'not-a-photo',
      detail: { position: 2 },
    })
    const ten = Array.from({ length: 10 }, () => aPhoto())
    expect(await sends(images, ten)).toMatchObject({ code: 'too-many-photos' })
    expect(await sends(images, [])).toMatchObject({ code: 'photo-missing' })
  })

  it.each<[what: string, seconds: number, bytes: Buffer, code: string]>([
    ['an empty one', 5, Buffer.alloc(0), 'not-a-voice'],
    ['a head without sound', 30, aVoice(0), 'not-a-voice'],
    ['one of 60.1 seconds', 60.1, aVoice(60), 'voice-too-long'],
    ['one that says a second and lasts ten minutes', 1, aVoice(600), 'not-a-voice'],
    ['one over 2 MB', 60, aVoice(1_001), 'file-too-large'],
    ['a picture', 5, aPhoto(), 'not-a-voice'],
    ['no time at all', 0, aVoice(5), 'not-a-voice'],
    ['no number', Number.NaN, aVoice(5), 'not-a-voice'],
  ])('a voice: %s is refused', async (_what, seconds, bytes, code) => {
    const before = await keptFiles()
    expect(await sends(voice(seconds), [bytes])).toMatchObject({ code })
    expect(await keptFiles()).toEqual(before)
  })

  it('one of sixty seconds is taken', async () => {
    expect(yes(await sends(voice(60), [aVoice(60)])).seq).toBeNull()
  })

  it('a picture that lies on its side is measured as it is shown', () => {
    const jpeg = (orientation: number) =>
      Buffer.from(
        'ffd8' +
          `ffe1002245786966000` +
          `04d4d002a00000008000101120003000000010` +
          `00${String(orientation)}000000000000` +
          'ffc0000b080258032001011100' +
          'ffd9',
        'hex',
      )
    expect(pictureSize(jpeg(1))).toEqual({ width: 800, height: 600 })
    expect(pictureSize(jpeg(6))).toEqual({ width: 600, height: 800 })
    expect(pictureSize(Buffer.from('no picture'))).toBeNull()
  })

  it('what recorders give is known by its bytes', () => {
    const head = (hex: string, ...rest: string[]) =>
      Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(rest.join(''))])
    expect(voiceKind(head('fffb9064'))).toBe('mp3')
    expect(voiceKind(head('fff15080'))).toBe('aac')
    expect(voiceKind(head('00000018', 'ftypM4A ....hdlr........soun'))).toBe('m4a')
    expect(voiceKind(head('00000018', 'ftypisom....hdlr........vide'))).toBeNull()
    expect(voiceKind(head('1a45dfa3', '....webm....A_OPUS'))).toBe('webm')
    expect(voiceKind(head('1a45dfa3', '....webm....V_VP8'))).toBeNull()
    expect(voiceKind(Buffer.from('OggS............'))).toBe('ogg')
    expect(voiceKind(Buffer.from('RIFF....WEBP'))).toBeNull()
    expect(canLast(16_000 * 60, 60)).toBe(true)
  })
})

describe('a file’s name', () => {
  it.each([
    ['../../etc/整改通知.pdf', '整改通知.pdf'],
    ['C:\\Users\\me\\整改通知.pdf', '整改通知.pdf'],
    ['<script>alert(1)<\u200b/script>.pdf', 'script.pdf'],
    ['<img src=x onerror="a()">.pdf', 'img src=x onerror=a().pdf'],
    ['  账 \n 单.xlsx ', '账 单.xlsx'],
    ['bill\u202efdp.exe', 'billfdp.exe'],
    [`${'长'.repeat(100)}.pdf`, `${'长'.repeat(76)}.pdf`],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given)).toBe(clean)
  })

  it.each(['', '   ', '.pdf', '/', '\u202e\u200b', '..'])('%j is none', (given) => {
    expect(cleanName(given)).toBeNull()
  })

  it('whatever is typed, nothing in it can be markup, a path or a trick, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        const name = cleanName(`${given}.pdf`)
        if (name === null) return
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(messageLimits.fileName)
        expect(cleanName(name)).toBe(name)
        expect(fileKind(name, aPdf())).toBe('pdf')
      }),
    )
  })
})

describe('what stays and what goes', () => {
  it('taken back, its file stays for the authority half a year, then nothing of it is left', async () => {
    yes(await sends(file('拿回.pdf'), [aPdf('taken back')]))
    const kept = await keptFiles()
    yes(await recallMessage({ channel: desk, seq: 1 }, await nowAs(owner)))
    await emptyRecalled(later(182 * DAY))
    expect(await keptFiles()).toEqual(kept)
    expect(await listMessages(desk, { kind: 'newest' }, 5)).toMatchObject([{ body: { name: '拿回.pdf' } }])
    expect(await emptyRecalled(later(184 * DAY))).toBe(1)
    expect(await keptFiles()).toHaveLength(kept.length - 1)
    expect(await listMessages(desk, { kind: 'newest' }, 5)).toMatchObject([
      { body: { kind: 'text', words: '' }, state: { kind: 'recalled' } },
    ])
    expect(await emptyRecalled(later(185 * DAY))).toBe(0)
  })

  it('whoever leaves leaves what others have read; what nobody else saw goes with its files', async () => {
    yes(await sends(file('留下.pdf'), [aPdf('stays')]))
    const kept = await keptFiles()
    yes(await sends(images, [aMarkedPicture('#lost#'), aMarkedPicture('#lost#')]))
    expect(await keptFiles()).toHaveLength(kept.length + 2)
    const copy = yes(await exportAccount({}, await nowAs(owner)))
    const all = (await (await fetch(copy.url)).json()) as Record<'messages' | 'held', unknown[]>
    expect([all.messages.length, all.held.length]).toEqual([1, 1])

    yes(await deleteAccount({ confirm: true }, await nowAs(owner)))
    for (const minutes of [3, 6]) await clearDepartures(later(minutes * MINUTE))
    expect((await db.collection('held').where({ author: owner.id }).get()).data).toEqual([])
    expect((await db.collection('marks').where({ _id: owner.id }).get()).data).toEqual([])
    expect(await keptFiles()).toEqual(kept)
    const { messages } = yes(await opens(headOne, desk))
    expect(messages).toMatchObject([{ author: { name: null }, body: { name: '留下.pdf' } }])
  })

  it('pictures sent in the moment of leaving are no file afterwards', async () => {
    const before = await keptFiles()
    const call = await atPhone(owner)
    const { ticket, files } = await handIn(env, owner, [aMarkedPicture('#lost#')], call)
    const posting = aPosting(desk, '', { body: { ...images, ticket, files } })
    await Promise.all([deleteAccount({ confirm: true }, call), post(posting, call)])
    for (const minutes of [3, 6]) await clearDepartures(later(minutes * MINUTE))
    expect(await keptFiles()).toEqual(before)
    expect((await db.collection('held').where({ author: owner.id }).get()).data).toEqual([])
  })
})
