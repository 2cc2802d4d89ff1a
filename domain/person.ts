import type { Actor } from './actor'
import type { Instant } from './kernel/instant'
import { become, refuse, type Decision } from './kernel/result'

/** The texts a person agrees to before anything is collected; a new version asks again (个人信息保护法 art. 14, 17). */
export const terms = ['privacy', 'agreement'] as const
export type Term = (typeof terms)[number]
export type TermVersions = Readonly<Record<Term, string>>

export interface Consent {
  readonly term: Term
  readonly version: string
  readonly at: Instant
}

export const hasAgreed = (consents: readonly Consent[], current: TermVersions): boolean =>
  terms.every((term) =>
    consents.some((consent) => consent.term === term && consent.version === current[term]),
  )

/** Adds what was not agreed to before; the history is never rewritten. */
export const agree = (
  consents: readonly Consent[],
  given: TermVersions,
  current: TermVersions,
  now: Instant,
): Decision<readonly Consent[], 'outdated-terms'> => {
  if (terms.some((term) => given[term] !== current[term])) return refuse('outdated-terms')
  const fresh = terms.filter(
    (term) => !consents.some((consent) => consent.term === term && consent.version === current[term]),
  )
  return become([...consents, ...fresh.map((term) => ({ term, version: current[term], at: now }))])
}

/** A mobile number of the mainland, without the country code. */
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)

/** `138****5678`: what everyone but the unmasking endpoint shows. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** `王**`: a name where only its bearer need recognise it. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name)
  return first + '*'.repeat(Math.min(rest.length, 2))
}

/** characters, as WeChat's own nickname field allows */
export const nameLimit = 20

export type NameRefusal = 'name-missing' | 'name-too-long'

export const decideName = (given: string): Decision<string, NameRefusal> => {
  const name = given.trim()
  if (name === '') return refuse('name-missing')
  if (Array.from(name).length > nameLimit) return refuse('name-too-long', { most: nameLimit })
  return become(name)
}

export type LeaveRefusal = 'holds-office'

/** An account can go at any time, except while its bearer still acts for the office: that role is handed over first. */
export const decideLeaving = (actor: Actor): Decision<null, LeaveRefusal> => {
  const office = actor.grants.filter(({ role }) => role !== 'owner' && role !== 'volunteer')
  return office.length > 0 ? refuse('holds-office', { roles: office.length }) : become(null)
}
