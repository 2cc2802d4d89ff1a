import { become, refuse } from '#domain/kernel/result'
import type { Shop } from '#domain/shop'

import { codeImage } from '../../cloud/code-image'
import { temporaryUrls, writeFile } from '../../cloud/files'
import { findCodeImage, saveCodeImage } from '../../store/shops'
import type { UseCase } from '../call'
import { sha256 } from '../derived-id'
import { findShopFor } from './at-hand'

/** The page that a shop's code opens: the public board. */
export const boardPage = 'packages/shop/public/index'

/** Drawn once by WeChat, kept, and handed out again; two who ask at once write the same picture to the same place. */
export const codeOf: UseCase<'shop.code'> = async ({ id }, call) => {
  const found = await findShopFor('shop.code', id, call)
  if (!found) return refuse('not-found')
  const url = (await keptUrl(found.shop)) ?? (await drawnUrl(found.shop))
  return become({ url })
}

const keptUrl = async ({ code }: Shop): Promise<string | null> => {
  const file = await findCodeImage(code)
  return file === null ? null : ((await temporaryUrls([file])).get(file) ?? null)
}

const drawnUrl = async ({ code, district }: Shop): Promise<string> => {
  const bytes = await codeImage(code, boardPage)
  const file = await writeFile(`kept/${district}/code-${sha256(code).slice(0, 32)}.png`, bytes)
  await saveCodeImage(code, file)
  const url = (await temporaryUrls([file])).get(file)
  if (url === undefined) throw new Error(`the picture of code ${code} has no address`)
  return url
}
