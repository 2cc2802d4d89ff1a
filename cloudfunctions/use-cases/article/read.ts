import { mayReadArticle, type ArticleBlock } from '#domain/article'
import type { ShownBlock } from '#domain/contract/article'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'

import { db } from '../../cloud/database'
import { temporaryUrls } from '../../cloud/files'
import { findArticle, findEdition } from '../../store/articles'
import { namesOf } from '../../store/districts'
import type { UseCase } from '../call'
import { readerOf, whereIsArticle } from './reader'

export const urlsOf = (blocks: readonly ArticleBlock[]) =>
  temporaryUrls(blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture.file] : [])))

/** A picture the storage does not know any more keeps its place and its words. */
const shown = async (blocks: readonly ArticleBlock[]): Promise<readonly ShownBlock[]> => {
  const urls = await urlsOf(blocks)
  return blocks.map((block) => {
    if (block.kind !== 'picture') return block
    const { file, width, height } = block.picture
    return { kind: 'picture', url: urls.get(file) ?? '', width, height, words: block.words }
  })
}

/** An edition as it was sent, or the newest; of one that was withdrawn nothing but that it was. */
export const readArticle: UseCase<'article.read'> = async ({ id, edition }, { actor }) => {
  const [article, reader] = await Promise.all([findArticle(db, actor.district, id), readerOf(actor)])
  if (!article || article.editions === 0 || !mayReadArticle(article, reader)) return refuse('not-found')
  const found = await findEdition(actor.district, id, edition ?? article.editions)
  if (!found) return refuse('not-found')
  const { status, kind, scope, version } = article
  const current = status.kind === 'published' ? status.edition : null
  const { title, topic, trades, blocks } = found.text
  const [names, where] = await Promise.all([namesOf('trades', trades ?? []), whereIsArticle(article)])
  const mine = current !== null && mayReach(actor, 'article.withdraw', where)
  return become({
    ...{ id, kind, title, topic, edition: found.number, at: found.at, current },
    trades: trades?.flatMap((trade) => names.get(trade) ?? []) ?? null,
    local: scope.kind === 'caseload',
    blocks: current === null ? [] : await shown(blocks),
    mayWithdraw: mine ? { version } : null,
  })
}
