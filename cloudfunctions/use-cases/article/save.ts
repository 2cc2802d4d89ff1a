import {
  checkArticle,
  saveArticle,
  type Article,
  type ArticleBlock,
  type ArticleText,
  type ArticleTextRefusal,
} from '#domain/article'
import type { Input } from '#domain/contract/endpoints'
import type { PhotoRefusal } from '#domain/contract/upload'
import type { Id } from '#domain/kernel/id'
import { become, refuse, type Decision } from '#domain/kernel/result'
import type { Picture } from '#domain/message'
import { mayReach } from '#domain/permission'
import { inDistrict } from '#domain/reach'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findArticle, saveArticleRecord } from '../../store/articles'
import { namesOf } from '../../store/districts'
import { audit, occasionOf } from '../audit/write'
import type { Call, UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { draftPictures, forgetUploads, uploadNames, type DraftedPicture } from '../upload/accept-photos'
import { dropUnsettled, settleDrafts } from '../upload/draft'

type Saving = Input<'article.save'>

/** The editors' text; readers see it once it is published. A repeat of the key gives the first answer. */
export const save: UseCase<'article.save'> = async (input, call) => {
  const { actor } = call
  if (!mayReach(actor, 'article.save', inDistrict(actor.district))) return refuse('not-found')
  const id = input.id ?? derivedId<'article'>(actor.id, 'article.save', input.key)
  const body = hashOf(input.title, input.topic, input.trades, input.blocks, uploadNames(input.files))
  const stored = await findArticle(db, actor.district, id)
  if (stored?.saved.key === input.key) return repeated(stored, body)
  if (input.id !== null && !stored) return refuse('not-found')
  if (stored && input.version !== stored.version) return refuse('stale')
  if (!(await areTrades(input.trades))) return refuse('unknown-trade')
  const taken = await draftPictures({ ticket: input.ticket, files: input.files }, call)
  if (!taken.ok) {
    // The same call a moment earlier may have taken the uploads in: then this one is its repeat.
    const again = await findArticle(db, actor.district, id)
    return again?.saved.key === input.key ? repeated(again, body) : taken
  }
  const text = textOf(input, stored, taken.value)
  const answer = text.ok ? await store({ id, input, text: text.value, body }, taken.value, call) : text
  await dropUnsettled(taken.value)
  if (answer.ok) await forgetUploads(input.files)
  return answer
}

const repeated = ({ id, version, saved }: Article, body: string) =>
  saved.body === body ? become({ id, version }) : refuse('key-reused')

export const areTrades = async (trades: readonly Id<'trade'>[] | null): Promise<boolean> =>
  trades === null || (await namesOf('trades', trades)).size === new Set(trades).size

/** Only pictures of this very article, or just uploaded ones, find their way into it. */
const textOf = (
  { title, topic, trades, blocks }: Saving,
  stored: Article | null,
  taken: readonly DraftedPicture[],
): Decision<ArticleText, PhotoRefusal | ArticleTextRefusal> => {
  const kept = new Map(
    (stored?.text.blocks ?? []).flatMap((block) =>
      block.kind === 'picture' ? [[block.picture.file, block.picture] as const] : [],
    ),
  )
  const pictureOf = (
    from: Extract<Saving['blocks'][number], { kind: 'picture' }>['from'],
  ): Picture | null => {
    if (from.kind === 'kept') return kept.get(from.file) ?? null
    const one = taken[from.at]
    return one ? { file: one.file, width: one.width, height: one.height } : null
  }
  const made: ArticleBlock[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'picture') {
      made.push(block)
      continue
    }
    const picture = pictureOf(block.from)
    if (!picture) return refuse('photo-missing', { position: at + 1 })
    made.push({ kind: 'picture', picture, words: block.words })
  }
  return checkArticle({ title, topic, trades, blocks: made })
}

interface Storing {
  readonly id: Id<'article'>
  readonly input: Saving
  readonly text: ArticleText
  readonly body: string
}

const store = (
  { id, input, text, body }: Storing,
  drafted: readonly DraftedPicture[],
  call: Call,
): Promise<Decision<{ id: Id<'article'>; version: number }, 'stale' | 'not-found' | 'key-reused'>> =>
  withTransaction(async (tx) => {
    const { actor, now } = call
    const before = await findArticle(tx, actor.district, id)
    if (before?.saved.key === input.key) return repeated(before, body)
    if (input.id !== null && !before) return refuse('not-found')
    const saved = { key: input.key, body }
    const next = before ? saveArticle(before, input.version ?? 0, text, saved, now) : become(newArticle())
    if (!next.ok) return next
    await saveArticleRecord(tx, next.value)
    await settleDrafts(tx, drafted)
    await audit(tx, occasionOf(call), 'article.saved', `articles/${id}`, {
      detail: { version: next.value.version },
    })
    return become({ id, version: next.value.version })

    function newArticle(): Article {
      return {
        ...{ id, district: actor.district, kind: 'guide', scope: { kind: 'district' }, text, saved },
        ...{ version: 1, editions: 0, status: { kind: 'draft' }, changedAt: now },
      }
    }
  })
