import assert from 'node:assert/strict'
import type { Collection, Command, Data, Database, Expressions, Pipeline, Sdk } from './sdk'

/** What a case works with. Its collections are empty at its start; `db` answers null for a missing document. */
export interface Tools {
  readonly cloud: Sdk
  readonly db: Database
  readonly _: Command
  readonly $: Expressions
  /** No index at all. */
  readonly plain: Collection
  /** The indexes that indexes.json declares. */
  readonly indexed: Collection
  /** `code` is unique, and so is the pair of `team` and `name`. */
  readonly unique: Collection
  /** `place` has a geo index. */
  readonly places: Collection
  readonly other: Collection
  /** How often a property is tried. */
  readonly runs: number
}

export interface Case {
  readonly name: string
  /** Why it only makes sense on the local cloud. */
  readonly local?: string
  readonly run: (tools: Tools) => Promise<void>
}

export const names = {
  plain: 'conformance_plain',
  indexed: 'conformance_indexed',
  unique: 'conformance_unique',
  places: 'conformance_places',
  other: 'conformance_other',
} as const

export const code = {
  system: -501001,
  parameter: -501007,
  request: -502001,
  operator: -502002,
  noCollection: -502005,
  noFile: -503003,
  functionFailed: -504002,
} as const

export const idsOf = (documents: readonly Data[]): unknown[] => documents.map(({ _id }) => _id)
export const sorted = (list: readonly unknown[]): unknown[] => [...list].sort()

export const seed = async (collection: Collection, documents: readonly Data[]): Promise<void> => {
  if (documents.length > 0) await collection.add({ data: documents.map((one) => ({ ...one })) })
}

export interface Failure {
  readonly errCode: number
  readonly errMsg: string
}

/** How a call failed; a commit fails with the service's own words, without an errCode. */
export const failureOf = async (call: Promise<unknown>): Promise<Failure> => {
  let answer: unknown
  try {
    answer = await call
  } catch (error) {
    const { errCode, errMsg, message } = error as Partial<Failure> & { message?: string }
    return { errCode: errCode ?? 0, errMsg: errMsg ?? message ?? String(error) }
  }
  throw new assert.AssertionError({ message: `expected a failure, got ${JSON.stringify(answer)}` })
}

export const failsWith = async (errCode: number, call: Promise<unknown>, words = /./s): Promise<void> => {
  const failure = await failureOf(call)
  assert.equal(failure.errCode, errCode, failure.errMsg)
  assert.match(failure.errMsg, words)
}

/** A query gives these ids, from a collection without and from one with indexes. */
export const finds = (
  name: string,
  documents: readonly Data[],
  query: (tools: Tools) => unknown,
  expected: readonly string[],
): Case => ({
  name,
  run: async (tools) => {
    for (const collection of [tools.plain, tools.indexed]) {
      await seed(collection, documents)
      const asked = collection.where(query(tools))
      assert.deepEqual(sorted(idsOf((await asked.get()).data)), sorted(expected))
      assert.equal((await asked.count()).total, expected.length)
    }
  },
})

/** An update turns one document into the other (both without their `_id`). */
export const updates = (
  name: string,
  before: Data,
  data: (tools: Tools) => Data,
  after: Data,
  more: Pick<Case, 'local'> = {},
): Case => ({
  name,
  ...more,
  run: async (tools) => {
    await tools.plain.add({ data: { _id: 'one', ...before } })
    const document = tools.plain.doc('one')
    await document.update({ data: data(tools) })
    assert.deepEqual((await document.get()).data, { _id: 'one', ...after })
  },
})

/** An update is refused and leaves the document as it was. */
export const refuses = (
  name: string,
  before: Data,
  data: (tools: Tools) => Data,
  errCode: number = code.request,
): Case => ({
  name,
  run: async (tools) => {
    await tools.plain.add({ data: { _id: 'one', ...before } })
    const document = tools.plain.doc('one')
    await failsWith(errCode, document.update({ data: data(tools) }))
    assert.deepEqual((await document.get()).data, { _id: 'one', ...before })
  },
})

/** A pipeline over `plain` gives exactly this list. */
export const aggregates = (
  name: string,
  documents: readonly Data[],
  stages: (pipeline: Pipeline, tools: Tools) => Pipeline,
  expected: readonly Data[],
): Case => ({
  name,
  run: async (tools) => {
    await seed(tools.plain, documents)
    assert.deepEqual((await stages(tools.plain.aggregate(), tools).end()).list, expected)
  },
})

/** An aggregation expression has this value for the document. */
export const evaluates = (
  name: string,
  document: Data,
  expression: (tools: Tools) => unknown,
  expected: unknown,
): Case =>
  aggregates(
    name,
    [{ _id: 'one', ...document }],
    (pipeline, tools) => pipeline.project({ _id: 0, value: expression(tools) }),
    [{ value: expected }],
  )
