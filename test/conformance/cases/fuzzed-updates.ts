import fc from 'fast-check'
import assert from 'node:assert/strict'
import type { Case, Tools } from '../case'
import { code } from '../case'
import type { Change, Plain, PlainObject, Update } from '../model'
import { isObject, Refused, updated } from '../model'
import type { Collection, Command, Data } from '../sdk'
import { merged, optional, scalar } from './arbitraries'

const small = fc.integer({ min: -3, max: 3 })
const row = merged(optional('k', scalar), optional('n', small)) as fc.Arbitrary<PlainObject>
const element: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: row },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
)
const list = fc.array(element, { maxLength: 4 })
const value: fc.Arbitrary<Plain> = fc.oneof(element, list)

const start = merged(
  optional('n', fc.oneof<fc.Arbitrary<Plain>[]>(small, scalar)),
  optional('s', scalar),
  optional('l', fc.oneof({ weight: 5, arbitrary: list }, { weight: 1, arbitrary: scalar })),
  optional('o', fc.oneof(merged(optional('x', value), optional('l', list)), scalar)),
) as fc.Arbitrary<PlainObject>

const path = fc.constantFrom(
  ...['n', 's', 'l', 'o', 'new', 'o.x', 'o.l', 'o.new', 'o.x.y', 'l.0', 'l.1', 'l.5', 'l.0.k', 'l.1.n'],
  ...['l.k', 'n.x', 's.0', 'new.a.b', 'o.l.0', 'o.l.2.k', 'new.0'],
)
const values = fc.array(element, { maxLength: 3 })
const optionalOf = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

const push = fc
  .tuple(
    values,
    optionalOf(fc.integer({ min: -5, max: 5 })),
    optionalOf(fc.constantFrom<1 | -1>(1, -1)),
    optionalOf(fc.integer({ min: -4, max: 4 })),
  )
  .map(([pushed, position, sort, slice]): Change => ({
    kind: 'push',
    values: pushed,
    ...(position !== undefined && { position }),
    ...(sort !== undefined && { sort }),
    ...(slice !== undefined && { slice }),
  }))
const change: fc.Arbitrary<Change> = fc.oneof(
  value.map((one): Change => ({ kind: 'set', value: one })),
  fc.constantFrom<Change>({ kind: 'remove' }, { kind: 'pop' }, { kind: 'shift' }),
  fc
    .tuple(fc.constantFrom('inc' as const, 'mul' as const), small)
    .map(([kind, by]): Change => ({ kind, value: by })),
  fc
    .tuple(fc.constantFrom('min' as const, 'max' as const), value)
    .map(([kind, one]): Change => ({ kind, value: one })),
  push,
  values.map((all): Change => ({ kind: 'unshift', values: all })),
  fc
    .oneof(scalar, row, fc.array(scalar, { maxLength: 2 }))
    .map((one): Change => ({ kind: 'pull', value: one })),
  small.map((one): Change => ({ kind: 'pullAbove', value: one })),
  values.map((all): Change => ({ kind: 'pullAll', values: all })),
  element.map((one): Change => ({ kind: 'addToSet', value: one })),
  values.map((all): Change => ({ kind: 'addEach', values: all })),
  fc
    .tuple(fc.constantFrom('and' as const, 'or' as const, 'xor' as const), fc.nat(7))
    .map(([how, one]): Change => ({ kind: 'bit', how, value: one })),
  path.map((to): Change => ({ kind: 'rename', to })),
)
const update: fc.Arbitrary<Update> = fc.dictionary(path, change, { minKeys: 1, maxKeys: 3 })

/** The change as the SDK's command. */
function sent(_: Command, one: Change): unknown {
  switch (one.kind) {
    case 'set':
    case 'inc':
    case 'mul':
    case 'min':
    case 'max':
    case 'pull':
    case 'addToSet':
      return _[one.kind](one.value)
    case 'remove':
    case 'pop':
    case 'shift':
      return _[one.kind]()
    case 'unshift':
      return _.unshift(one.values)
    case 'pullAll':
      return _.pullAll(one.values)
    case 'pullAbove':
      return _.pull(_.gt(one.value))
    case 'addEach':
      return _.addToSet({ $each: one.values })
    case 'push': {
      const { kind: _kind, values: each, ...modifiers } = one
      return _.push({ each, ...modifiers })
    }
    case 'bit':
      return _.bit({ [one.how]: one.value })
    case 'rename':
      return _.rename(one.to)
  }
}

const modelled = (held: PlainObject, one: Update): PlainObject | 'refused' => {
  try {
    return updated(held, one)
  } catch (error) {
    if (error instanceof Refused) return 'refused'
    throw error
  }
}

async function follow(
  tools: Tools,
  collection: Collection,
  first: PlainObject,
  all: Update[],
): Promise<void> {
  const document = collection.doc('one')
  await document.set({ data: { kept: true, ...first } })
  let held: PlainObject = { kept: true, ...first }
  for (const one of all) {
    const data: Data = Object.fromEntries(Object.entries(one).map(([to, by]) => [to, sent(tools._, by)]))
    const expected = modelled(held, one)
    const outcome = await document.update({ data }).then(
      () => 'done',
      (error: unknown) => (error as { errCode: number }).errCode,
    )
    assert.equal(outcome, expected === 'refused' ? code.request : 'done', JSON.stringify({ held, one }))
    if (expected !== 'refused') held = expected
    assert.deepEqual((await document.get()).data, { _id: 'one', ...held }, JSON.stringify(one))
    const query = scalarsOf(held)
    assert.equal((await collection.where(query).count()).total, 1, JSON.stringify({ held, query }))
  }
}

/** A query of the indexed fields that must find the document. */
function scalarsOf({ n = null, o }: PlainObject): Data {
  const x = isObject(o) ? (o['x'] ?? null) : null
  const isScalar = (one: Plain): boolean => !isObject(one) && !Array.isArray(one)
  return {
    _id: 'one',
    ...(isScalar(n) && { n }),
    ...(isScalar(x) && !Array.isArray(o) && { 'o.x': x }),
  }
}

const against =
  (kind: 'plain' | 'indexed') =>
  (tools: Tools): Promise<void> => {
    const collection = tools[kind]
    return fc.assert(
      fc.asyncProperty(start, fc.array(update, { minLength: 1, maxLength: 6 }), (first, all) =>
        follow(tools, collection, first, all),
      ),
      { numRuns: 3 * tools.runs },
    )
  }

export const fuzzedUpdateCases: readonly Case[] = [
  { name: 'every operator on any path does what the model does, or both refuse', run: against('plain') },
  { name: 'indexes follow every update', run: against('indexed') },
]
