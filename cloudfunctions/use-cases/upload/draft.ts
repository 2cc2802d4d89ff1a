import type { Id } from '#domain/kernel/id'
import { plusHours, type Instant } from '#domain/kernel/instant'
import type { Occasion } from '#domain/occasion'

import { db, type Documents } from '../../cloud/database'
import { removeFiles, writeFile } from '../../cloud/files'
import { addDraft, findDraft, listDrafts, removeDraft, type Draft } from '../../store/drafts'
import { randomId } from '../derived-id'
import { eachApart } from '../each-apart'

/** A file on its way into a record; `draft` stands in the store until the record names the file. */
export interface DraftedFile {
  readonly draft: Id<'draft'>
  readonly file: string
}

/** Writes a file that goes with its author's account: the path is on record before the first byte is. */
export const draftFile = async (
  path: string,
  bytes: Buffer,
  { actor, now }: Occasion,
): Promise<DraftedFile> => {
  const draft = randomId<'draft'>()
  await addDraft(db, { id: draft, person: actor.id, path, at: now })
  return { draft, file: await writeFile(path, bytes) }
}

/** In the transaction that stores the files' ids: from then on the record answers for them. */
export const settleDrafts = async (tx: Documents, drafted: readonly DraftedFile[]): Promise<void> => {
  for (const { draft } of drafted) await removeDraft(tx, draft)
}

/** In the transaction that puts another file in its place: from then on the file is to be dropped. */
export const retireFile = async (
  tx: Documents,
  file: string | null,
  { actor, now }: Occasion,
): Promise<readonly DraftedFile[]> => {
  if (file === null) return []
  const draft = randomId<'draft'>()
  const path = file.replace(/^cloud:\/\/[^/]+\//, '')
  await addDraft(tx, { id: draft, person: actor.id, path, at: now })
  return [{ draft, file }]
}

/** After that transaction: what it retired, and what it did not take in, goes now, or else within the hour. */
export const dropUnsettled = async (drafted: readonly DraftedFile[]): Promise<void> => {
  try {
    for (const { draft, file } of drafted) {
      if (!(await findDraft(draft))) continue
      await removeFiles([file])
      await removeDraft(db, draft)
    }
  } catch (error) {
    console.warn('drafts wait for jobs', error)
  }
}

/** Only a file's id removes it, and only writing its path tells the id: whatever is there is written over, then removed. */
const dropDraft = async ({ id, path }: Draft): Promise<void> => {
  await removeFiles([await writeFile(path, Buffer.from('\n'))])
  await removeDraft(db, id)
}

const atOnce = 50

/** One person's drafts from before this moment, at most fifty; true where that was all. */
export const dropDraftsOf = async (person: Id<'person'>, before: Instant): Promise<boolean> => {
  const drafts = await listDrafts(person, before, atOnce)
  for (const draft of drafts) await dropDraft(draft)
  return drafts.length < atOnce
}

const hours = 1

/** The clock's share: what a call that was cut off left behind. */
export const sweepDrafts = async (now: Instant): Promise<number> =>
  eachApart(await listDrafts(null, plusHours(now, -hours), atOnce), dropDraft)
