import {
  articleLimits,
  checkArticle,
  namesSomebody,
  publishArticle,
  withoutNames,
  wordsOfArticle,
  type Article,
  type ArticleText,
} from '#domain/article'
import type { Caseload } from '#domain/caseload'
import type { Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Message } from '#domain/message'

import { withTransaction } from '../../cloud/transaction'
import { addEdition, findArticle, putIntoLibrary, saveArticleRecord } from '../../store/articles'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { postCard } from '../channel/post-card'
import { derivedId, hashOf } from '../derived-id'
import { findAnswer } from './answer-at'
import { checkLines } from './check'
import { areTrades } from './save'

const wordsIn = (message: Message | null): string =>
  message?.state.kind === 'shown' && message.body.kind === 'text' ? message.body.words.trim() : ''

/** Question and answer as they were said, whoever is named in them left out. */
export const prefill: UseCase<'article.prefill'> = async (input, call) => {
  const found = await findAnswer(input, call)
  if (!found.ok) return found
  const { answer, asked, names, trade } = found.value
  const most = articleLimits.title
  return become({
    question: Array.from(withoutNames(wordsIn(asked), names))
      .slice(0, most)
      .join(''),
    answer: withoutNames(wordsIn(answer), names),
    trades: trade === null ? null : [trade],
  })
}

const paragraphs = (words: string): ArticleText['blocks'] =>
  words.split(/\n+/).map((line) => ({ kind: 'words', words: line }))

/** For the owners of this caseload at once; nobody is named in it, and its card in the group names nobody either. */
export const keepAnswer: UseCase<'article.fromAnswer'> = async (input, call) => {
  const { actor } = call
  const { question, answer, topic, trades } = input
  const found = await findAnswer(input, call)
  if (!found.ok) return found
  const text = checkArticle({ title: question, topic, trades, blocks: paragraphs(answer) })
  if (!text.ok) return text
  const named = namesSomebody(wordsOfArticle(text.value), found.value.names)
  if (named !== null) return refuse('names-somebody', { what: named })
  if (!(await areTrades(trades))) return refuse('unknown-trade')
  const checked = await checkLines(wordsOfArticle(text.value), actor.id, false)
  if (!checked.ok) return checked
  const id = derivedId<'article'>(actor.id, 'article.fromAnswer', input.key)
  const saved = { key: input.key, body: hashOf(input.channel, input.seq, question, answer, topic, trades) }
  const { caseload } = found.value
  const stored = await store({ id, text: text.value, saved }, caseload, call)
  if (stored.ok) await tellGroup(id, text.value.title, caseload, call)
  return stored
}

const store = (
  { id, text, saved }: Pick<Article, 'id' | 'text' | 'saved'>,
  caseload: Caseload,
  call: Call,
): Promise<Decision<{ id: Id<'article'> }, 'key-reused' | 'stale'>> =>
  withTransaction(async (tx) => {
    const { actor, now } = call
    const before = await findArticle(tx, actor.district, id)
    if (before) return before.saved.body === saved.body ? become({ id }) : refuse('key-reused')
    const article: Article = {
      ...{ id, district: actor.district, kind: 'faq', text, saved },
      scope: { kind: 'caseload', caseload: caseload.id },
      ...{ version: 1, editions: 0, status: { kind: 'draft' }, changedAt: now },
    }
    const published = publishArticle(article, { version: 1, everywhere: false, by: actor.id, now })
    if (!published.ok) return published
    const { article: next, edition } = published.value
    await saveArticleRecord(tx, next)
    if (edition) {
      await addEdition(tx, edition)
      await putIntoLibrary(tx, next, edition)
    }
    await audit(tx, occasionOf(call), 'article.published', `articles/${id}`, {
      detail: { edition: next.editions, to: 'caseload' },
    })
    return become({ id })
  })

/** One card however often it is asked for; a pool of shops has no group. */
const tellGroup = async (
  article: Id<'article'>,
  title: string,
  { id: caseload, holder, district }: Caseload,
  { now }: Call,
): Promise<void> => {
  if (holder.kind === 'pool') return
  const card = { kind: 'faq', article, title } as const
  await postCard({ kind: 'store', caseload }, card, { district, shop: null, key: `faq-${article}`, now })
}
