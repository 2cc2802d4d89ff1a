import type { ArticleBlock } from '#domain/article'
import type { DraftBlock } from '#domain/contract/article'
import { become, refuse } from '#domain/kernel/result'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { db } from '../../cloud/database'
import { findArticle, listArticles } from '../../store/articles'
import { cursorFrom, cursorText } from '../../store/page'
import type { UseCase } from '../call'
import { urlsOf } from './read'
import { draftRow } from './rows'

const pageRows = 20

export const listDrafts: UseCase<'article.drafts'> = async ({ status, cursor }, { actor }) => {
  if (!mayReach(actor, 'article.drafts', inDistrict(actor.district))) return refuse('not-found')
  const page = await listArticles(actor.district, status, pageRows, cursorFrom(cursor))
  return become({ rows: page.rows.map(draftRow), next: cursorText(page.next) })
}

const forEditor = async (blocks: readonly ArticleBlock[]): Promise<readonly DraftBlock[]> => {
  const urls = await urlsOf(blocks)
  return blocks.map((block) =>
    block.kind === 'picture'
      ? { kind: 'picture', ...block.picture, url: urls.get(block.picture.file) ?? '', words: block.words }
      : block,
  )
}

export const readDraft: UseCase<'article.draft'> = async ({ id }, { actor }) => {
  if (!mayReach(actor, 'article.draft', inDistrict(actor.district))) return refuse('not-found')
  const article = await findArticle(db, actor.district, id)
  if (!article) return refuse('not-found')
  const { version, text } = article
  return become({
    ...draftRow(article),
    version,
    trades: text.trades,
    blocks: await forEditor(text.blocks),
  })
}
