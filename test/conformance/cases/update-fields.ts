import assert from 'node:assert/strict'
import type { Case } from '../case'
import { refuses, updates } from '../case'

/**
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/update.html and
 * https://www.mongodb.com/docs/manual/reference/operator/update-field/
 */
export const updateFieldCases: readonly Case[] = [
  updates('an update leaves other fields', { a: 1, b: 2 }, () => ({ a: 5 }), { a: 5, b: 2 }),
  updates('an object merges', { o: { x: 1, y: { z: 1 } } }, () => ({ o: { y: { w: 2 } } }), {
    o: { x: 1, y: { z: 1, w: 2 } },
  }),
  updates('set replaces an object', { o: { x: 1, y: 2 } }, ({ _ }) => ({ o: _.set({ y: 3 }) }), {
    o: { y: 3 },
  }),
  updates('set replaces by an empty object', { o: { x: 1 } }, ({ _ }) => ({ o: _.set({}) }), { o: {} }),
  updates('a list replaces a list', { l: [1, 2, 3] }, () => ({ l: [9] }), { l: [9] }),
  updates('an empty list replaces a list', { l: [1] }, () => ({ l: [] }), { l: [] }),
  updates('null is a value', { a: 1 }, () => ({ a: null }), { a: null }),
  updates('undefined is left out', { a: 1, b: 1 }, () => ({ a: undefined, b: 2 }), { a: 1, b: 2 }),
  updates('an object makes what is not there', {}, () => ({ o: { p: { q: 1 } } }), { o: { p: { q: 1 } } }),
  updates('a dotted path means the same', { o: { x: 1 } }, () => ({ 'o.y': 2, 'p.q': 3 }), {
    o: { x: 1, y: 2 },
    p: { q: 3 },
  }),
  updates('a number in a path is a place of a list', { l: [1, 2] }, () => ({ 'l.1': 5 }), { l: [1, 5] }),
  updates('a number in a path is a name in an object', { o: { x: 1 } }, () => ({ 'o.1': 5 }), {
    o: { x: 1, 1: 5 },
  }),
  updates('a path goes through a list into an object', { l: [{ k: 1 }] }, () => ({ 'l.0.k': 5 }), {
    l: [{ k: 5 }],
  }),
  updates('a place past the end fills with null', { l: [1] }, () => ({ 'l.3': 5 }), {
    l: [1, null, null, 5],
  }),
  updates('an object past the end of a list is made', { l: [] }, () => ({ 'l.0.k': 1 }), { l: [{ k: 1 }] }),
  updates('a number makes an object where nothing is', {}, () => ({ 'l.0': 1 }), { l: { 0: 1 } }),
  updates('a date is a value', { a: 1 }, () => ({ a: new Date(7) }), { a: new Date(7) }),
  refuses('a null on the way is in the way', { o: null }, () => ({ o: { x: 1 } })),
  refuses('a text on the way is in the way', { o: 'text' }, () => ({ 'o.x': 1 })),
  refuses('a list has no fields', { l: [1] }, () => ({ 'l.x': 1 })),
  refuses('an empty step in a path is refused', { a: 1 }, () => ({ 'a..b': 1 })),

  updates('remove takes a field away', { a: 1, b: 2 }, ({ _ }) => ({ a: _.remove() }), { b: 2 }),
  updates('remove takes an inner field away', { o: { x: 1, y: 2 } }, ({ _ }) => ({ o: { x: _.remove() } }), {
    o: { y: 2 },
  }),
  updates('remove of what is not there does nothing', { a: 1 }, ({ _ }) => ({ 'o.x.y': _.remove() }), {
    a: 1,
  }),
  updates('remove through a text does nothing', { a: 'text' }, ({ _ }) => ({ 'a.x': _.remove() }), {
    a: 'text',
  }),
  // https://www.mongodb.com/docs/manual/reference/operator/update/unset/
  updates('remove of an element leaves null', { l: [1, 2, 3] }, ({ _ }) => ({ 'l.1': _.remove() }), {
    l: [1, null, 3],
  }),
  updates('remove past the end of a list does nothing', { l: [1] }, ({ _ }) => ({ 'l.5': _.remove() }), {
    l: [1],
  }),

  updates('inc adds', { n: 5 }, ({ _ }) => ({ n: _.inc(-2) }), { n: 3 }),
  updates('inc makes the field', {}, ({ _ }) => ({ n: _.inc(2), o: { m: _.inc(1) } }), { n: 2, o: { m: 1 } }),
  updates('inc adds fractions', { n: 1 }, ({ _ }) => ({ n: _.inc(0.5) }), { n: 1.5 }),
  updates('inc of an element', { l: [1, 2] }, ({ _ }) => ({ 'l.0': _.inc(1) }), { l: [2, 2] }),
  refuses('inc of a text is refused', { n: '5' }, ({ _ }) => ({ n: _.inc(1) })),
  refuses('inc of null is refused', { n: null }, ({ _ }) => ({ n: _.inc(1) })),
  refuses('inc by a text is refused', { n: 1 }, ({ _ }) => ({ n: _.inc('1') })),
  updates('mul multiplies', { n: 5 }, ({ _ }) => ({ n: _.mul(3) }), { n: 15 }),
  updates('mul makes the field as 0', {}, ({ _ }) => ({ n: _.mul(3) }), { n: 0 }),
  refuses('mul of a list is refused', { n: [1] }, ({ _ }) => ({ n: _.mul(2) })),
  refuses('mul by null is refused', { n: 1 }, ({ _ }) => ({ n: _.mul(null) })),
  updates('min keeps the smaller', { n: 5, m: 1 }, ({ _ }) => ({ n: _.min(3), m: _.min(3) }), { n: 3, m: 1 }),
  updates('max keeps the larger', { n: 5, m: 1 }, ({ _ }) => ({ n: _.max(3), m: _.max(3) }), { n: 5, m: 3 }),
  updates('min and max make the field', {}, ({ _ }) => ({ n: _.min(3), m: _.max(4) }), { n: 3, m: 4 }),
  updates(
    'min and max compare types in the order of sorts',
    { n: 5, m: 'a', k: null },
    ({ _ }) => ({ n: _.max('x'), m: _.min(7), k: _.min(0) }),
    { n: 'x', m: 7, k: null },
  ),
  updates(
    'min and max compare dates',
    { n: new Date(5), m: new Date(5) },
    ({ _ }) => ({ n: _.min(new Date(1)), m: _.max(new Date(9)) }),
    { n: new Date(1), m: new Date(9) },
  ),
  updates(
    'bit does and, or and xor',
    { n: 13, m: 3, k: 1 },
    ({ _ }) => ({
      n: _.bit({ and: 10 }),
      m: _.bit({ or: 5 }),
      k: _.bit({ xor: 5 }),
    }),
    { n: 8, m: 7, k: 4 },
  ),
  updates('bit takes a missing field as 0', {}, ({ _ }) => ({ n: _.bit({ or: 6 }) }), { n: 6 }),
  refuses('bit of a fraction is refused', { n: 1.5 }, ({ _ }) => ({ n: _.bit({ or: 6 }) })),

  // https://www.mongodb.com/docs/manual/reference/operator/update/rename/
  updates('rename moves a value', { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename('c') }), { b: 2, c: 1 }),
  updates('rename replaces what has the name', { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename('b') }), { b: 1 }),
  updates(
    'rename goes in and out of objects',
    { o: { x: 1 }, a: 2 },
    ({ _ }) => ({
      'o.x': _.rename('y'),
      a: _.rename('p.q'),
    }),
    { o: {}, y: 1, p: { q: 2 } },
  ),
  updates('rename of what is not there does nothing', { a: 1 }, ({ _ }) => ({ b: _.rename('a') }), { a: 1 }),
  refuses('rename to the same name is refused', { a: 1 }, ({ _ }) => ({ a: _.rename('a') })),
  refuses('rename into a list is refused', { a: 1, l: [1] }, ({ _ }) => ({ a: _.rename('l.0') })),
  refuses('rename out of a list is refused', { l: [1] }, ({ _ }) => ({ 'l.0': _.rename('a') })),

  updates(
    'many operators of one update go together',
    { n: 1, l: [1], o: { x: 1 }, gone: 1 },
    ({ _ }) => ({ n: _.inc(1), l: _.push(2), o: { y: _.set({ z: 1 }) }, gone: _.remove(), a: 'new' }),
    { n: 2, l: [1, 2], o: { x: 1, y: { z: 1 } }, a: 'new' },
  ),
  refuses('one refused field refuses the whole update', { n: 1, word: 'x' }, ({ _ }) => ({
    n: _.inc(1),
    word: _.inc(1),
  })),
  refuses('a path and a path below it are a conflict', { o: { x: 1 } }, ({ _ }) => ({
    o: _.set({ y: 1 }),
    'o.x': 2,
  })),
  updates('paths side by side are no conflict', { o: { a: 1 } }, () => ({ 'o.a': 2, 'o.ab': 3 }), {
    o: { a: 2, ab: 3 },
  }),
  {
    name: 'a server date comes at any depth',
    run: async ({ plain, db }) => {
      const document = plain.doc('one')
      await document.set({ data: { o: { x: 1 }, l: [] } })
      await document.update({
        data: { at: db.serverDate(), o: { at: db.serverDate() }, l: db.command.push([db.serverDate()]) },
      })
      const { data } = await document.get()
      const { x, at } = data?.['o'] as { x: number; at: unknown }
      assert.equal(x, 1)
      for (const date of [data?.['at'], at, (data?.['l'] as unknown[])[0]]) assert.ok(date instanceof Date)
    },
  },
  {
    name: 'field names may be any word',
    run: async ({ plain }) => {
      const document = plain.doc('one')
      const data = { '中 文': 3, length: 4, 'a-b': { 0: 1 }, operator: 'x' }
      await document.set({ data: { n: 1 } })
      await document.update({ data })
      assert.deepEqual((await document.get()).data, { _id: 'one', n: 1, ...data })
    },
  },
]
