import type { Actor } from '#domain/actor'
import type { DraftRow } from '#domain/contract/article'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'

import type { Shop } from '#domain/shop'

import { db } from '../../cloudfunctions/cloud/database'
import { findPersonIn, savePerson } from '../../cloudfunctions/store/people'
import { listDrafts } from '../../cloudfunctions/use-cases/article/drafts'
import { listArticles } from '../../cloudfunctions/use-cases/article/list'
import { publish } from '../../cloudfunctions/use-cases/article/publish'
import { readArticle } from '../../cloudfunctions/use-cases/article/read'
import { save } from '../../cloudfunctions/use-cases/article/save'
import { yes } from './a-submission'
import { aGrant } from './builders'
import { aPersonWithPhone, nowAs } from './shop-district'
import { aKey, cloudUrl } from './small-district'
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

/** documents of the library that queries have looked at so far */
export const examinedIn = async (env: string) => {
  const answer = await fetch(`${cloudUrl()}/debug/counters?env=${env}`)
  const { collections } = (await answer.json()) as {
    collections: readonly { env: string; collection: string; documents: number }[]
  }
  return collections.find((one) => one.env === env && one.collection === 'library')?.documents ?? Number.NaN
}

/** Somebody who holds this shop. */
export const owning = async (name: string, shop: Shop): Promise<Actor> => {
  const actor = await aPersonWithPhone(name)
  const person = await findPersonIn(db, actor.id)
  if (!person) throw new Error('not added')
  const grants = [aGrant('owner', { kind: 'shop', shop: shop.id })]
  await savePerson(db, { ...person, grants })
  return { ...actor, grants }
}

/** What is published as its editors list it, all pages. */
export const published = async (
  editor: Actor,
  cursor: string | null = null,
): Promise<readonly DraftRow[]> => {
  const { rows, next } = yes(await listDrafts({ status: 'published', cursor }, await nowAs(editor)))
  return next === null ? rows : [...rows, ...(await published(editor, next))]
}
