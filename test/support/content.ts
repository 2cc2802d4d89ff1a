import { zipSync } from 'fflate'

import type { Actor } from '#domain/actor'
import type { BodyInput } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import type { Held } from '#domain/moderation'

import { db } from '../../cloudfunctions/cloud/database'
import { findHeld } from '../../cloudfunctions/store/held'
import { heldIdOf } from '../../cloudfunctions/use-cases/channel/hold'
import { post } from '../../cloudfunctions/use-cases/channel/post'
import { cloudUrl } from './small-district'
import { atPhone, aPosting } from './talk'
import { aPhoto, handIn } from './uploads'

/** What the local check looks for in the bytes of a picture or a voice; with `#lost#` its answer never comes. */
export type Marker = '' | '#risky#' | '#review#' | '#lost#'

let shades = 0
/** A picture that no other is like, with a private chunk that says what the check will say. */
export const aMarkedPicture = (marker: Marker = ''): Buffer => {
  const plain = aPhoto((shades += 1) % 250)
  const data = Buffer.from(`${marker} ${String(shades)}`)
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('maRk'), data, Buffer.alloc(4)])
  chunk.writeUInt32BE(data.length, 0)
  return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)])
}

/** An mp3 as far as its first bytes tell; 2,000 bytes a second, as WeChat's recorder makes them. */
export const aVoice = (seconds: number, marker: Marker = ''): Buffer =>
  Buffer.concat([Buffer.from(`ID3 ${marker}`), Buffer.alloc(Math.round(seconds * 2_000), 7)])

export const aPdf = (words = 'a page'): Buffer => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`)

/** A workbook or a document, as far as its parts tell. */
export const anOffice = (folder: 'word' | 'xl' | 'ppt', more: readonly string[] = []): Buffer => {
  const part = new TextEncoder().encode('<part/>')
  const names = ['[Content_Types].xml', `${folder}/document.xml`, ...more]
  return Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, part]))))
}

type Files = Exclude<BodyInput, { readonly kind: 'text' | 'article' }>
export type Kind = {
  readonly [K in Files['kind']]: Omit<Extract<Files, { kind: K }>, 'ticket' | 'files'>
}[Files['kind']]

/** Uploads these files and posts them, as the phone does. */
export const send = async (
  env: string,
  actor: Actor,
  channel: Id<'channel'>,
  kind: Kind,
  files: readonly Buffer[],
  key?: string,
) => {
  const call = await atPhone(actor)
  const { ticket, files: uploads } = await handIn(env, actor, files, call)
  const posting = aPosting(channel, '', {
    body: { ...kind, ticket, files: uploads },
    ...(key === undefined ? {} : { key }),
  })
  return { posting, answer: await post(posting, call) }
}

/** What is held of a post by now; null: nothing. */
export const heldOf = (author: Actor, channel: Id<'channel'>, key: string): Promise<Held | null> =>
  findHeld(db, heldIdOf({ author: author.id, channel, key }))

export const tracesOf = (held: Held | null): readonly string[] =>
  (held?.checks ?? []).flatMap(({ trace }) => trace ?? [])

/** The event that WeChat pushes. */
export const aResult = (trace: string, suggest: 'pass' | 'review' | 'risky' = 'pass', label = 100) => ({
  ...{ Event: 'wxa_media_check', trace_id: trace, errcode: 0 },
  result: { suggest, label },
})

/** Waits for what the cloud does by itself. */
export const until = async (holds: () => Promise<boolean>, seconds = 15): Promise<void> => {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end;) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come about')
}

/** The paths of every kept file, in order. */
export const keptFilesOf = async (env: string): Promise<readonly string[]> => {
  const listing = await (await fetch(`${cloudUrl()}/debug/files?env=${env}`)).text()
  return [...new Set(listing.match(/kept\/[\w./-]+/g) ?? [])].sort()
}
