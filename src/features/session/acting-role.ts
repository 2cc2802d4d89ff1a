import { useSyncExternalStore } from 'react'
import type { Role } from '#domain/actor'
import type { RoleLine } from '#domain/contract/session'
import type { Id } from '#domain/kernel/id'
import { readStored, writeStored } from '../../platform/storage'
import { usePerson } from './use-session'

const NAME = 'acting-role'
const watchers = new Set<() => void>()
let chosen: unknown = null
let read = false

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => {
    watchers.delete(tell)
  }
}

const chosenRole = (): unknown => {
  if (!read) chosen = readStored(NAME)
  read = true
  return chosen
}

const actAs = (role: Role): void => {
  chosen = role
  read = true
  writeStored(NAME, role)
  watchers.forEach((tell) => {
    tell()
  })
}

/** Whoever is next on this phone chooses anew. */
export const forgetActing = (): void => {
  read = false
  watchers.forEach((tell) => {
    tell()
  })
}

/** The shops this person owns or acts for, as the session names them. */
export const useOwnShops = (): readonly Id<'shop'>[] =>
  usePerson()?.roles.flatMap(({ role, shop }) => (role === 'owner' && shop !== null ? [shop] : [])) ?? []

/** One role with all its places: two departments of one handler are one role. */
export interface HeldRole {
  readonly role: Role
  readonly scopeNames: readonly string[]
}

const heldRoles = (lines: readonly RoleLine[]): readonly HeldRole[] =>
  [...new Set(lines.map(({ role }) => role))].map((role) => ({
    role,
    scopeNames: lines.flatMap((line) => (line.role === role ? [line.scopeName] : [])),
  }))

/**
 * Which of their roles a person acts as now: it decides what is shown first, never what is allowed.
 * `acting` is null for somebody with no role but that of a resident.
 */
export const useActiveRole = () => {
  const session = usePerson()
  const wanted = useSyncExternalStore(watch, chosenRole, chosenRole)
  const held = heldRoles(session?.roles ?? [])
  const acting = held.find(({ role }) => role === wanted) ?? held[0] ?? null
  return { held, acting: acting?.role ?? null, actAs }
}
