import assert from 'node:assert/strict'
import type { Case, Tools } from '../case'
import { code, failsWith, failureOf, names, seed } from '../case'

const refused = (
  name: string,
  errCode: number | 'any',
  ask: (tools: Tools) => Promise<unknown>,
  more: Pick<Case, 'local'> = {},
): Case => ({
  name,
  ...more,
  run: async (tools) => {
    await seed(tools.plain, [{ _id: 'one', a: 1, l: [1] }])
    if (errCode === 'any') await failureOf(ask(tools))
    else await failsWith(errCode, ask(tools))
    assert.deepEqual((await tools.plain.get()).data, [{ _id: 'one', a: 1, l: [1] }])
  },
})
const unsure = {
  local: 'the code is the local cloud’s; a real environment refuses it with a code of its own',
}

export const refusalCases: readonly Case[] = [
  refused(
    'an unknown query operator',
    code.operator,
    ({ plain }) => plain.where({ a: { $magic: 1 } }).get(),
    unsure,
  ),
  refused('a script in a query', code.operator, ({ plain }) => plain.where({ $where: 'true' }).get(), unsure),
  refused(
    'an unknown operator in a count',
    code.operator,
    ({ plain }) => plain.where({ a: { $magic: 1 } }).count(),
    unsure,
  ),
  refused('an unknown operator in a remove', 'any', ({ plain }) =>
    plain.where({ a: { $magic: 1 } }).remove(),
  ),
  refused('an unknown operator in an update’s where', 'any', ({ plain }) =>
    plain.where({ a: { $magic: 1 } }).update({ data: { a: 2 } }),
  ),
  refused('an unknown update operator', 'any', ({ plain }) =>
    plain.doc('one').update({ data: { $magic: { a: 1 } } }),
  ),
  refused('a script in an aggregation', 'any', ({ plain }) =>
    plain
      .aggregate()
      .project({ x: { $function: { body: 'function(){}', args: [], lang: 'js' } } })
      .end(),
  ),
  refused('an unknown aggregation operator', 'any', ({ plain }) =>
    plain
      .aggregate()
      .project({ x: { $magic: '$a' } })
      .end(),
  ),
  refused('a RegExp that is none', 'any', ({ plain, db }) =>
    plain.where({ a: db.RegExp({ regexp: '(' }) }).get(),
  ),
  refused('in without a list', 'any', ({ plain }) => plain.where({ a: { $in: 5 } }).get()),
  refused('an or without queries', 'any', ({ plain, _ }) => plain.where(_.or([])).get()),
  refused('arithmetic on a text', 'any', ({ plain, $ }) =>
    plain
      .aggregate()
      .project({ x: $.divide(['text', 2]) })
      .end(),
  ),
  refused('a negative limit of a pipeline', 'any', ({ plain }) => plain.aggregate().limit(-1).end()),
  refused('fields that are both taken and left out', 'any', ({ plain }) =>
    plain.field({ a: true, l: false }).get(),
  ),
  refused('a field name of an operator in a new document', 'any', ({ plain }) =>
    plain.add({ data: { $inc: { a: 1 } } }),
  ),
  refused('a list with a duplicate', code.request, async ({ plain }) => {
    await plain.add({ data: [{ _id: 'one' }, { _id: 'one' }] })
  }),
  {
    name: 'where wants an object',
    run: ({ plain }) => {
      assert.throws(() => plain.where('a'))
      assert.throws(() => plain.where([{ a: 1 }]))
      assert.throws(() => plain.where({ a: undefined }))
      return Promise.resolve()
    },
  },
  {
    name: 'doc wants a text or a number',
    run: ({ plain }) => {
      assert.throws(() => plain.doc({} as string))
      assert.throws(() => plain.doc(undefined as unknown as string))
      return Promise.resolve()
    },
  },
  {
    // wx-server-sdk 4.0.2 keeps no code of a failed aggregation
    name: 'an aggregation of a missing collection is -1 with the service’s words',
    run: async ({ db }) => {
      await failsWith(-1, db.collection('conformance_nowhere').aggregate().match({}).end(), /not exist/i)
    },
  },
  {
    name: 'a failed call leaves the next ones alone',
    run: async ({ plain, db }) => {
      await failureOf(db.collection('conformance_nowhere').get())
      await failureOf(plain.where({ a: { $magic: 1 } }).get())
      await seed(plain, [{ _id: 'one' }])
      assert.equal((await db.collection(names.plain).count()).total, 1)
    },
  },
]
