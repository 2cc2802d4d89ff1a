import type { ArticleTopic } from './article'
import type { Id } from './kernel/id'
import { become, refuse, type Decision } from './kernel/result'

/** What stands in for the shop at hand; written as 「{店名}」, as its editors read it. */
export const cannedFields = ['店名', '店长', '行业', '街道'] as const
export type CannedField = (typeof cannedFields)[number]

/** Whose it is: everybody's in the office, one authority's, or one head's own. */
export type CannedOwner =
  | { readonly kind: 'district' }
  | { readonly kind: 'agency'; readonly agency: Id<'agency'> }
  | { readonly kind: 'own'; readonly person: Id<'person'> }

export interface CannedText {
  readonly topic: ArticleTopic
  /** null: all of them */
  readonly trades: readonly Id<'trade'>[] | null
  readonly words: string
}

export interface CannedAnswer {
  readonly id: Id<'cannedAnswer'>
  readonly district: Id<'district'>
  readonly of: CannedOwner
  readonly text: CannedText
  readonly version: number
  readonly status: 'kept' | 'removed'
  /** the command that wrote it last: a repeat brings the same */
  readonly saved: { readonly key: string; readonly body: string }
}

export const cannedLimits = { words: 500, trades: 20 } as const

const field = /\{([^{}]*)\}/g

/** The fields are filled with what is known of the shop; one that is not known stays as it is written. */
export const fillIn = (words: string, facts: Partial<Readonly<Record<CannedField, string>>>): string =>
  words.replace(field, (written, name: string) => facts[name as CannedField] ?? written)

/** The fields that are still to be filled by hand. */
export const fieldsLeft = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(field)].map(([, name]) => name ?? '')),
]

export type CannedRefusal = 'words-missing' | 'words-too-long' | 'unknown-field'

/** A field that nothing fills is refused, with those that are allowed. */
export const checkCanned = (text: CannedText): Decision<CannedText, CannedRefusal> => {
  const words = text.words.trim()
  if (words === '') return refuse('words-missing')
  if (Array.from(words).length > cannedLimits.words)
    return refuse('words-too-long', { most: cannedLimits.words })
  const known: readonly string[] = cannedFields
  const unknown = fieldsLeft(words).find((name) => !known.includes(name))
  if (unknown !== undefined)
    return refuse('unknown-field', {
      field: unknown,
      allowed: cannedFields.map((name) => `{${name}}`).join(''),
    })
  return become({ ...text, words })
}

export const rewriteCanned = (
  answer: CannedAnswer,
  version: number,
  text: CannedText,
  saved: CannedAnswer['saved'],
): Decision<CannedAnswer, 'stale'> =>
  version === answer.version ? become({ ...answer, text, saved, version: version + 1 }) : refuse('stale')

/** A second time changes nothing. */
export const removeCanned = (answer: CannedAnswer, version: number): Decision<CannedAnswer, 'stale'> => {
  if (answer.status === 'removed') return become(answer)
  return version === answer.version
    ? become({ ...answer, version: version + 1, status: 'removed' })
    : refuse('stale')
}
