import type { Id } from './kernel/id'
import { plusHours } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import type { Place } from './place'
import type { MessageSource, Report, ReportTerms } from './report'
import type { Occasion } from './occasion'
import type { Category } from './routing'

/** What a person sends; a report needs a photo or words, and never more photos than a grid shows. */
export const reportLimits = { photos: 9, words: 500, spot: 60, photoBytes: 10_000_000 } as const

export type SubmitRefusal = 'nothing-said' | 'too-many-photos' | 'words-too-long'

export interface Submission {
  readonly id: Id<'report'>
  readonly key: string
  readonly number: string
  readonly words: string
  readonly photos: readonly Id<'photo'>[]
  readonly place: Place
  readonly from?: MessageSource
  /** null where the person left it open or no department handles it there: a grid worker sorts it */
  readonly category: Category | null
  readonly department: Id<'department'> | null
}

export const checkSubmission = (given: {
  readonly words: string
  readonly photoCount: number
}): Decision<null, SubmitRefusal> => {
  if (given.words.trim() === '' && given.photoCount === 0) return refuse('nothing-said')
  if (given.photoCount > reportLimits.photos) return refuse('too-many-photos', { most: reportLimits.photos })
  if (given.words.length > reportLimits.words) return refuse('words-too-long', { most: reportLimits.words })
  return become(null)
}

/** A new report: to its department at once when the routing table knows one, else to the cell's grid worker. */
export const submitReport = (given: Submission, { actor, now }: Occasion, terms: ReportTerms): Report => {
  const { category, department } = given
  return {
    id: given.id,
    district: actor.district,
    number: given.number,
    version: 1,
    reporter: actor.id,
    words: given.words.trim(),
    photos: given.photos,
    category: category?.id ?? null,
    place: given.place,
    ...(given.from && { from: given.from }),
    submittedAt: now,
    reopened: false,
    status:
      category !== null && department !== null
        ? { kind: 'dispatched', department, dueAt: plusHours(now, category.hours) }
        : { kind: 'submitted', dueAt: plusHours(now, terms.triageHours) },
    history: [
      { at: now, by: actor.id, what: 'submit', department, words: '', photos: [], key: given.key, body: '' },
    ],
  }
}
