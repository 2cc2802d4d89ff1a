import { publishArticle, withdrawArticle, wordsOfArticle, type Article } from '#domain/article'
import type { Id } from '#domain/kernel/id'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import {
  addEdition,
  findArticle,
  putIntoLibrary,
  saveArticleRecord,
  takeFromLibrary,
} from '../../store/articles'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { checkLines } from './check'
import { whereIsArticle } from './reader'

type Endpoint = 'article.publish' | 'article.withdraw'

const findFor = async (endpoint: Endpoint, id: Id<'article'>, { actor }: Call): Promise<Article | null> => {
  const article = await findArticle(db, actor.district, id)
  return article && mayReach(actor, endpoint, await whereIsArticle(article)) ? article : null
}

/** What is written has passed its check, then it becomes an edition that never changes; readers find it from then on. */
export const publish: UseCase<'article.publish'> = async ({ id, version, everywhere, sure }, call) => {
  const { actor, now } = call
  const seen = await findFor('article.publish', id, call)
  if (!seen) return refuse('not-found')
  const publishing = { version, everywhere, by: actor.id, now }
  const wouldBe = publishArticle(seen, publishing)
  if (!wouldBe.ok) return wouldBe
  if (wouldBe.value.edition !== null) {
    const checked = await checkLines(wordsOfArticle(seen.text), actor.id, sure)
    if (!checked.ok) return checked
  }
  return withTransaction(async (tx) => {
    const article = await findArticle(tx, actor.district, id)
    if (!article) return refuse('not-found')
    const published = publishArticle(article, publishing)
    if (!published.ok) return published
    const { article: next, edition } = published.value
    if (edition !== null) {
      await saveArticleRecord(tx, next)
      await addEdition(tx, edition)
      await putIntoLibrary(tx, next, edition)
      await audit(tx, occasionOf(call), 'article.published', `articles/${id}`, {
        detail: { edition: edition.number, to: next.scope.kind, sure: sure ? 'yes' : 'no' },
      })
    }
    return become({ version: next.version, edition: next.editions })
  })
}

export const withdraw: UseCase<'article.withdraw'> = async ({ id, version }, call) => {
  const { actor, now } = call
  if (!(await findFor('article.withdraw', id, call))) return refuse('not-found')
  return withTransaction(async (tx) => {
    const article = await findArticle(tx, actor.district, id)
    if (!article) return refuse('not-found')
    const withdrawn = withdrawArticle(article, version, now)
    if (!withdrawn.ok) return withdrawn
    if (withdrawn.value !== article) {
      await saveArticleRecord(tx, withdrawn.value)
      await takeFromLibrary(tx, id)
      await audit(tx, occasionOf(call), 'article.withdrawn', `articles/${id}`)
    }
    return become({ version: withdrawn.value.version })
  })
}
