import { PNG } from 'pngjs'

import type { Actor } from '#domain/actor'

import { issueTicket } from '../../cloudfunctions/use-cases/upload/ticket'
import { as, cloudUrl, openidOf } from './small-district'

/** A small real picture; `shade` tells one from another. */
export const aPhoto = (shade = 120): Buffer => {
  const png = new PNG({ width: 8, height: 8 })
  png.data.fill(shade)
  return PNG.sync.write(png)
}

/** Uploads as the mini-program does: straight into the person's inbox folder. */
export const upload = async (env: string, actor: Actor, path: string, bytes: Buffer): Promise<string> => {
  const answer = await fetch(`${cloudUrl()}/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'x-local-openid': openidOf(actor), 'x-local-env': env },
    body: new Uint8Array(bytes),
  })
  const { fileID } = (await answer.json()) as { fileID?: string }
  if (fileID === undefined) throw new Error(`upload refused: ${String(answer.status)}`)
  return fileID
}

/** A ticket of this person's with these photos under it. */
export const handIn = async (env: string, actor: Actor, photos: readonly Buffer[], when = as(actor)) => {
  const issued = await issueTicket({}, when)
  if (!issued.ok) throw new Error('no ticket')
  const { ticket, folder } = issued.value
  const files: string[] = []
  for (const [at, bytes] of photos.entries())
    files.push(await upload(env, actor, `${folder}/${String(at + 1)}`, bytes))
  return { ticket, files, folder }
}
