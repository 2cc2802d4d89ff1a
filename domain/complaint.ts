import type { Actor } from './actor'
import type { Id } from './kernel/id'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'
import type { Occasion } from './occasion'

/** What a complaint can point at: anything that people post or that the office did. */
export type ComplaintSubject =
  | { readonly kind: 'report'; readonly id: Id<'report'> }
  | { readonly kind: 'shop'; readonly id: Id<'shop'> }
  | { readonly kind: 'person'; readonly id: Id<'person'> }
  | { readonly kind: 'message'; readonly channel: Id<'channel'>; readonly seq: number }

export const complaintReasons = [
  'suggestion',
  'service',
  'false',
  'abusive',
  'privacy',
  'advertising',
  'unlawful',
  'other',
] as const
export type ComplaintReason = (typeof complaintReasons)[number]

export interface Complaint {
  readonly id: Id<'complaint'>
  readonly district: Id<'district'>
  readonly by: Id<'person'>
  readonly at: Instant
  readonly about: ComplaintSubject | null
  /** who wrote the message it is about */
  readonly against?: Id<'person'>
  readonly reason: ComplaintReason
  readonly words: string
  readonly version: number
  readonly body: string
  readonly status:
    | { readonly kind: 'open' }
    | { readonly kind: 'answered'; readonly words: string; readonly at: Instant; readonly by: Id<'person'> }
}

/** characters */
export const complaintWords = 500

export type ComplaintRefusal = 'words-missing' | 'words-too-long'

export const checkWords = (given: string): Decision<string, ComplaintRefusal> => {
  const words = given.trim()
  if (words === '') return refuse('words-missing')
  if (words.length > complaintWords) return refuse('words-too-long', { most: complaintWords })
  return become(words)
}

/** Nobody answers a complaint of their own, nor one about themself. */
const isParty = (complaint: Complaint, { id }: Actor): boolean =>
  complaint.by === id || isAgainst(complaint, id)

/** Whether this person is complained about, or wrote what is: it is not theirs to read before it is answered. */
export const isAgainst = ({ about, against }: Complaint, id: Id<'person'>): boolean =>
  against === id || (about?.kind === 'person' && about.id === id)

/** Whether this person's answer is what the complaint waits for. */
export const awaitsAnswerOf = (complaint: Complaint, actor: Actor): boolean =>
  complaint.status.kind === 'open' && !isParty(complaint, actor)

/** The same answer again, as when its reply was lost on the way, changes nothing. */
export const answerComplaint = (
  complaint: Complaint,
  command: { readonly version: number; readonly words: string },
  { actor, now }: Occasion,
): Decision<Complaint, ComplaintRefusal | 'not-permitted' | 'wrong-state' | 'stale'> => {
  if (isParty(complaint, actor)) return refuse('not-permitted')
  if (isRepeat(complaint, command, actor)) return become(complaint)
  if (command.version !== complaint.version) return refuse('stale')
  if (complaint.status.kind !== 'open') return refuse('wrong-state')
  const words = checkWords(command.words)
  if (!words.ok) return words
  return become({
    ...complaint,
    version: complaint.version + 1,
    status: { kind: 'answered', words: words.value, at: now, by: actor.id },
  })
}

const isRepeat = (
  { version, status }: Complaint,
  command: { readonly version: number; readonly words: string },
  { id }: Actor,
): boolean =>
  status.kind === 'answered' &&
  status.by === id &&
  command.version === version - 1 &&
  command.words.trim() === status.words
