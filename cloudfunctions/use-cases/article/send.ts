import { maySendArticle, mayReadArticle } from '#domain/article'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Id } from '#domain/kernel/id'
import type { Body } from '#domain/message'

import { db } from '../../cloud/database'
import { findArticle, findEdition } from '../../store/articles'
import type { Call } from '../call'
import type { Entered } from '../channel/enter'
import { readerOf } from './reader'

/** An article as a message's body: the edition of this moment, where everybody in the channel may open it. */
export const articleBody = async (
  id: Id<'article'>,
  { channel, caseload }: Pick<Entered, 'channel' | 'caseload'>,
  { actor }: Call,
): Promise<Decision<Extract<Body, { kind: 'article' }>, 'article-gone'>> => {
  const [article, reader] = await Promise.all([findArticle(db, actor.district, id), readerOf(actor)])
  if (article?.status.kind !== 'published' || !mayReadArticle(article, reader)) return refuse('article-gone')
  if (!maySendArticle(article, channel, caseload?.id ?? null)) return refuse('article-gone')
  const edition = await findEdition(actor.district, id, article.status.edition)
  if (!edition) throw new Error(`edition ${String(article.status.edition)} of ${id} is not on record`)
  return become({ kind: 'article', article: id, version: edition.number, title: edition.text.title })
}
