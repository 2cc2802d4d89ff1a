import type { Actor } from '#domain/actor'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'

import { listArticles } from '../../cloudfunctions/use-cases/article/list'
import { publish } from '../../cloudfunctions/use-cases/article/publish'
import { readArticle } from '../../cloudfunctions/use-cases/article/read'
import { save } from '../../cloudfunctions/use-cases/article/save'
import { yes } from './a-submission'
import { nowAs } from './shop-district'
import { aKey } from './small-district'
import { atPhone } from './talk'

type Saving = Input<'article.save'>

/** An article as its editor's phone sends it. */
export const aSaving = (title: string, given: Partial<Saving> = {}): Saving => ({
  ...{ key: aKey(), id: null, version: null, ticket: null, files: [] },
  ...{ title, topic: 'disinfection', trades: null },
  blocks: [{ kind: 'words', words: `${title}：先洗净，再消毒，最后保洁存放。` }],
  ...given,
})

export const writes = async (actor: Actor, title: string, given: Partial<Saving> = {}) =>
  save(aSaving(title, given), await nowAs(actor))

export const publishes = async (
  actor: Actor,
  { id, version }: { readonly id: Id<'article'>; readonly version: number },
  given: Partial<Input<'article.publish'>> = {},
) => publish({ id, version, everywhere: false, sure: false, ...given }, await atPhone(actor))

/** Written and published in one go. */
export const issues = async (actor: Actor, title: string, given: Partial<Saving> = {}) => {
  const written = yes(await writes(actor, title, given))
  return { id: written.id, ...yes(await publishes(actor, written)) }
}

/** The titles that somebody finds, page by page. */
export const finds = async (actor: Actor, given: Partial<Input<'article.list'>> = {}) => {
  const titles: string[] = []
  for (let cursor: string | null = null; ;) {
    const page: { readonly rows: readonly { readonly title: string }[]; readonly next: string | null } = yes(
      await listArticles({ words: '', trade: null, topic: null, ...given, cursor }, await nowAs(actor)),
    )
    titles.push(...page.rows.map(({ title }) => title))
    cursor = page.next
    if (cursor === null) return titles
  }
}

export const reads = async (actor: Actor, id: Id<'article'>, edition: number | null = null) =>
  readArticle({ id, edition }, await nowAs(actor))
