import { createHash, randomBytes } from 'node:crypto'

import type { EndpointName } from '#domain/contract/endpoints'
import { asId, type Id } from '#domain/kernel/id'

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** The id of what a command creates: one person's key means nothing for another, nor at another endpoint. */
export const derivedId = <Noun extends string>(
  person: Id<'person'>,
  endpoint: EndpointName,
  key: string,
): Id<Noun> => asId<Noun>(sha256(`${person}·${endpoint}·${key}`).slice(0, 32))

/** Two bodies are the same when their parts are, in the order given. */
export const hashOf = (...parts: readonly unknown[]): string => sha256(JSON.stringify(parts))

/** 128 random bits: for ids that must say nothing and be guessed by nobody. */
export const randomId = <Noun extends string>(): Id<Noun> => asId<Noun>(randomBytes(16).toString('hex'))
