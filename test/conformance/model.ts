/**
 * What an update does to a document, written from MongoDB's manual and from nothing of the local cloud:
 * https://www.mongodb.com/docs/manual/reference/operator/update/
 */
export type Plain = null | boolean | number | string | Date | Plain[] | PlainObject
export interface PlainObject {
  [field: string]: Plain
}

export type Change =
  | { readonly kind: 'set' | 'min' | 'max'; readonly value: Plain }
  | { readonly kind: 'pull' | 'addToSet'; readonly value: Plain }
  | { readonly kind: 'inc' | 'mul'; readonly value: number }
  | { readonly kind: 'pullAbove'; readonly value: number }
  | { readonly kind: 'remove' }
  | { readonly kind: 'pop' | 'shift' }
  | { readonly kind: 'unshift' | 'pullAll' | 'addEach'; readonly values: Plain[] }
  | {
      readonly kind: 'push'
      readonly values: Plain[]
      readonly position?: number
      readonly sort?: 1 | -1
      readonly slice?: number
    }
  | { readonly kind: 'bit'; readonly how: 'and' | 'or' | 'xor'; readonly value: number }
  | { readonly kind: 'rename'; readonly to: string }
export type Update = Readonly<Record<string, Change>>

export class Refused extends Error {}

/** The document after the update; throws Refused when MongoDB refuses it. */
export function updated(document: PlainObject, update: Update): PlainObject {
  const paths = Object.entries(update).flatMap(([path, change]) =>
    change.kind === 'rename' ? [path, change.to] : [path],
  )
  for (const [at, path] of paths.entries())
    for (const other of paths.slice(at + 1))
      if (path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`))
        throw new Refused(path)
  let after: Plain = document
  for (const [path, change] of Object.entries(update)) {
    after =
      change.kind === 'rename'
        ? renamed(after, path, change.to)
        : at(after, path.split('.'), waysOf(change), (held) => changed(held, change))
  }
  return after as PlainObject
}

/** `make`: builds the way. `stop`: an absent place is left alone, an impossible one refused. `pass`: both are left alone. */
type Way = 'make' | 'stop' | 'pass'

function waysOf({ kind }: Change): Way {
  if (kind === 'remove') return 'pass'
  return ['pop', 'shift', 'pull', 'pullAbove', 'pullAll'].includes(kind) ? 'stop' : 'make'
}

type Step = (held: Plain | undefined) => Plain | undefined

function at(held: Plain | undefined, path: readonly string[], way: Way, change: Step): Plain {
  const [step = '', ...rest] = path
  const inside: Step = (inner) => {
    if (rest.length === 0) return change(inner)
    if (inner === undefined) return way === 'make' ? at({}, rest, way, change) : undefined
    return at(inner, rest, way, change)
  }
  if (Array.isArray(held)) return atIndex(held, step, way, inside)
  if (isObject(held)) {
    const { [step]: inner, ...others } = held
    const next = inside(inner)
    return next === undefined ? others : { ...others, [step]: next }
  }
  if (way === 'pass') return held ?? null
  throw new Refused(`no field ${step} in ${String(held)}`)
}

function atIndex(held: Plain[], step: string, way: Way, inside: Step): Plain {
  const index = /^\d+$/.test(step) ? Number(step) : undefined
  if (index === undefined) {
    if (way === 'pass') return held
    throw new Refused(`no place ${step} in a list`)
  }
  const next = inside(held[index])
  if (next === undefined) return held.map((one, n) => (n === index ? null : one))
  const longer = Array.from({ length: Math.max(held.length, index + 1) }, (_, n) => held[n] ?? null)
  longer[index] = next
  return longer
}

function renamed(document: Plain, from: string, to: string): Plain {
  let value: Plain | undefined
  const taken = at(document, from.split('.'), 'stop', (held) => {
    value = held
    return undefined
  })
  if (value === undefined) return document
  if (throughList(document, from) || throughList(document, to)) throw new Refused('rename through a list')
  const moved = value
  return at(taken, to.split('.'), 'make', () => moved)
}

function throughList(document: Plain, path: string): boolean {
  let held: Plain | undefined = document
  for (const step of path.split('.')) {
    if (Array.isArray(held)) return true
    held = isObject(held) ? held[step] : undefined
  }
  return false
}

function changed(held: Plain | undefined, change: Exclude<Change, { kind: 'rename' }>): Plain | undefined {
  switch (change.kind) {
    case 'set':
      return change.value
    case 'remove':
      return undefined
    case 'inc':
      return number(held, 0) + change.value
    case 'mul':
      return number(held, 0) * change.value || 0
    case 'min':
      return held === undefined || compare(change.value, held) < 0 ? change.value : held
    case 'max':
      return held === undefined || compare(change.value, held) > 0 ? change.value : held
    case 'bit':
      return bit(number(held, 0), change.how, change.value)
    case 'push':
    case 'unshift':
    case 'pop':
    case 'shift':
    case 'pull':
    case 'pullAbove':
    case 'pullAll':
    case 'addToSet':
    case 'addEach':
      return changedList(held, change)
  }
}

type ListChange = Exclude<
  Change,
  { kind: 'set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'bit' | 'rename' }
>

function changedList(held: Plain | undefined, change: ListChange): Plain | undefined {
  const adds = ['push', 'unshift', 'addToSet', 'addEach'].includes(change.kind)
  if (held === undefined && !adds) return undefined
  const list = held === undefined ? [] : held
  if (!Array.isArray(list)) throw new Refused('not a list')
  switch (change.kind) {
    case 'push':
      return pushed(list, change)
    case 'unshift':
      return [...change.values, ...list]
    case 'pop':
      return list.slice(0, Math.max(0, list.length - 1))
    case 'shift':
      return list.filter((_, index) => index > 0)
    case 'pull':
      return list.filter((one) => !pulls(change.value, one))
    case 'pullAbove':
      return list.filter(
        (one) => !(typeof one === 'number' && one > change.value) && !listAbove(one, change.value),
      )
    case 'pullAll':
      return list.filter((one) => change.values.every((value) => compare(value, one) !== 0))
    case 'addToSet':
      return joined(list, [change.value])
    case 'addEach':
      return joined(list, change.values)
  }
}

/** A condition looks into a list that is an element, as a query does. */
const listAbove = (one: Plain, value: number): boolean =>
  Array.isArray(one) && one.some((inner) => typeof inner === 'number' && inner > value)

/** An object pulls the objects that have its fields; anything else what equals it. */
const pulls = (wanted: Plain, one: Plain): boolean =>
  isObject(wanted)
    ? isObject(one) && Object.entries(wanted).every(([field, value]) => has(one[field], value))
    : compare(wanted, one) === 0

const has = (held: Plain | undefined, value: Plain): boolean =>
  compare(held ?? null, value) === 0 || (Array.isArray(held) && held.some((one) => compare(one, value) === 0))

function pushed(list: Plain[], change: Extract<Change, { kind: 'push' }>): Plain[] {
  const { values, position = list.length, sort, slice } = change
  const from = position < 0 ? Math.max(0, list.length + position) : Math.min(list.length, position)
  let next = [...list.slice(0, from), ...values, ...list.slice(from)]
  if (sort !== undefined) next = next.sort((a, b) => sort * compare(a, b))
  if (slice === undefined) return next
  return next.filter((_, index) => (slice >= 0 ? index < slice : index >= next.length + slice))
}

function joined(list: Plain[], values: readonly Plain[]): Plain[] {
  const next = [...list]
  for (const value of values) if (next.every((one) => compare(one, value) !== 0)) next.push(value)
  return next
}

function number(held: Plain | undefined, missing: number): number {
  if (held === undefined) return missing
  if (typeof held !== 'number') throw new Refused('not a number')
  return held
}

function bit(held: number, how: 'and' | 'or' | 'xor', value: number): number {
  if (!Number.isInteger(held)) throw new Refused('not an integer')
  const [a, b] = [BigInt(held), BigInt(value)]
  if (how === 'and') return Number(a & b)
  return Number(how === 'or' ? a | b : a ^ b)
}

export const isObject = (value: Plain | undefined): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

function rank(value: Plain): number {
  if (value === null) return 0
  if (typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  if (isObject(value)) return 3
  if (Array.isArray(value)) return 4
  return typeof value === 'boolean' ? 5 : 6
}

/** MongoDB's order of values: by type, then by value; lists and objects by their parts in turn. */
export function compare(a: Plain, b: Plain): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string))
  if (Array.isArray(a)) return compareAll(a, b as Plain[], compare)
  if (isObject(a)) return compareAll(Object.entries(a), Object.entries(b as PlainObject), compareFields)
  return Number(a) - Number(b)
}

type Field = [string, Plain]
const compareFields = ([name, value]: Field, [otherName, other]: Field): number =>
  rank(value) - rank(other) || compare(name, otherName) || compare(value, other)

function compareAll<T>(a: readonly T[], b: readonly T[], one: (x: T, y: T) => number): number {
  for (const [index, x] of a.entries()) {
    const y = b[index]
    if (y === undefined) return 1
    const compared = one(x, y)
    if (compared !== 0) return compared
  }
  return a.length - b.length
}
