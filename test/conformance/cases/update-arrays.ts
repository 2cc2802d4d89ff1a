import type { Case } from '../case'
import { refuses, updates } from '../case'

const rows = [
  { k: 'b', n: 2 },
  { k: 'a', n: 2 },
  { k: 'c', n: 1 },
]

/** https://www.mongodb.com/docs/manual/reference/operator/update-array/ */
export const updateArrayCases: readonly Case[] = [
  updates('push appends', { l: [1] }, ({ _ }) => ({ l: _.push(2) }), { l: [1, 2] }),
  updates('push appends many', { l: [1] }, ({ _ }) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }),
  updates('push takes values one by one', { l: [1] }, ({ _ }) => ({ l: _.push(2, 3) }), { l: [1, 2, 3] }),
  updates('push appends a list as one element', { l: [1] }, ({ _ }) => ({ l: _.push([[2, 3]]) }), {
    l: [1, [2, 3]],
  }),
  updates('push makes the list', {}, ({ _ }) => ({ l: _.push(1), o: { l: _.push(2) } }), {
    l: [1],
    o: { l: [2] },
  }),
  updates(
    'push inserts at a position',
    { l: [1, 2, 3] },
    ({ _ }) => ({ l: _.push({ each: [8, 9], position: 1 }) }),
    {
      l: [1, 8, 9, 2, 3],
    },
  ),
  updates(
    'push counts a negative position from the end',
    { l: [1, 2, 3] },
    ({ _ }) => ({
      l: _.push({ each: [9], position: -1 }),
    }),
    { l: [1, 2, 9, 3] },
  ),
  updates(
    'push past either end stays at it',
    { l: [1, 2], m: [1, 2] },
    ({ _ }) => ({
      l: _.push({ each: [9], position: 99 }),
      m: _.push({ each: [9], position: -99 }),
    }),
    { l: [1, 2, 9], m: [9, 1, 2] },
  ),
  updates(
    'push sorts the whole list',
    { l: [5, 1], m: [5, 1] },
    ({ _ }) => ({
      l: _.push({ each: [3], sort: 1 }),
      m: _.push({ each: [3], sort: -1 }),
    }),
    { l: [1, 3, 5], m: [5, 3, 1] },
  ),
  updates(
    'push sorts objects by fields',
    { l: rows },
    ({ _ }) => ({
      l: _.push({ each: [{ k: 'd' }], sort: { n: 1, k: 1 } }),
    }),
    { l: [{ k: 'd' }, { k: 'c', n: 1 }, { k: 'a', n: 2 }, { k: 'b', n: 2 }] },
  ),
  updates(
    'push sorts types in the order of sorts',
    { l: [true, 'a', 1, null] },
    ({ _ }) => ({
      l: _.push({ each: [{ k: 1 }, new Date(0)], sort: 1 }),
    }),
    { l: [null, 1, 'a', { k: 1 }, true, new Date(0)] },
  ),
  updates(
    'push keeps the first or the last elements',
    { l: [1, 2], m: [1, 2], k: [1] },
    ({ _ }) => ({
      l: _.push({ each: [3, 4], slice: 3 }),
      m: _.push({ each: [3, 4], slice: -3 }),
      k: _.push({ each: [2], slice: 0 }),
    }),
    { l: [1, 2, 3], m: [2, 3, 4], k: [] },
  ),
  updates(
    'push inserts, then sorts, then cuts',
    { l: [9, 1] },
    ({ _ }) => ({
      l: _.push({ each: [5], position: 0, sort: 1, slice: 2 }),
    }),
    { l: [1, 5] },
  ),
  updates('push of nothing may sort', { l: [2, 1] }, ({ _ }) => ({ l: _.push({ each: [], sort: 1 }) }), {
    l: [1, 2],
  }),
  refuses('push onto a text is refused', { l: 'text' }, ({ _ }) => ({ l: _.push(1) })),
  refuses('push onto null is refused', { l: null }, ({ _ }) => ({ l: _.push(1) })),
  refuses('push wants a list in each', { l: [1] }, ({ _ }) => ({ l: _.push({ each: 5 }) })),
  refuses('push wants a whole position', { l: [1] }, ({ _ }) => ({
    l: _.push({ each: [5], position: 0.5 }),
  })),
  refuses('push wants a whole slice', { l: [1] }, ({ _ }) => ({ l: _.push({ each: [5], slice: 'all' }) })),
  refuses('push wants 1 or -1 to sort', { l: [1] }, ({ _ }) => ({ l: _.push({ each: [5], sort: 2 }) })),

  updates('unshift prepends in order', { l: [1] }, ({ _ }) => ({ l: _.unshift([8, 9]) }), { l: [8, 9, 1] }),
  updates('unshift makes the list', {}, ({ _ }) => ({ l: _.unshift(1) }), { l: [1] }),
  updates('pop takes the last', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.pop() }), { l: [1, 2] }),
  updates('shift takes the first', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.shift() }), { l: [2, 3] }),
  updates(
    'pop and shift of an empty list do nothing',
    { l: [], m: [] },
    ({ _ }) => ({
      l: _.pop(),
      m: _.shift(),
    }),
    { l: [], m: [] },
  ),
  updates('pop of what is not there does nothing', { a: 1 }, ({ _ }) => ({ l: _.pop(), 'o.l': _.shift() }), {
    a: 1,
  }),
  refuses('pop of a text is refused', { l: 'text' }, ({ _ }) => ({ l: _.pop() })),
  // only $unset ignores a path that could not be made
  refuses('pop through a text is refused', { l: 'text' }, ({ _ }) => ({ 'l.x': _.pop() })),

  updates('pull takes every equal element', { l: [1, 2, 1, '1'] }, ({ _ }) => ({ l: _.pull(1) }), {
    l: [2, '1'],
  }),
  updates('pull takes what meets a condition', { l: [1, 5, 9, 'x'] }, ({ _ }) => ({ l: _.pull(_.gte(5)) }), {
    l: [1, 'x'],
  }),
  updates('pull takes any of a list', { l: [1, 5, 9] }, ({ _ }) => ({ l: _.pull(_.in([1, 9])) }), { l: [5] }),
  updates('pull takes objects with these fields', { l: rows }, ({ _ }) => ({ l: _.pull({ n: 2 }) }), {
    l: [{ k: 'c', n: 1 }],
  }),
  updates(
    'pull takes objects that meet conditions',
    { l: rows },
    ({ _ }) => ({
      l: _.pull({ n: _.gt(1), k: _.in(['a', 'x']) }),
    }),
    {
      l: [
        { k: 'b', n: 2 },
        { k: 'c', n: 1 },
      ],
    },
  ),
  updates('pull of an object spares values', { l: [1, { k: 1 }] }, ({ _ }) => ({ l: _.pull({ k: 1 }) }), {
    l: [1],
  }),
  updates(
    'pull of a list takes the same list only',
    { l: [[1, 2], [2, 1], 1] },
    ({ _ }) => ({
      l: _.pull([1, 2]),
    }),
    { l: [[2, 1], 1] },
  ),
  updates('pull of null takes nulls', { l: [null, 1, null] }, ({ _ }) => ({ l: _.pull(null) }), { l: [1] }),
  updates('pull takes texts by RegExp', { l: ['ab', 'cd', 5] }, ({ _ }) => ({ l: _.pull(/^a/) }), {
    l: ['cd', 5],
  }),
  updates('pull of what is not there does nothing', { l: [1] }, ({ _ }) => ({ l: _.pull(9), m: _.pull(1) }), {
    l: [1],
  }),
  refuses('pull from a text is refused', { l: 'text' }, ({ _ }) => ({ l: _.pull('t') })),
  updates('pullAll takes all equal ones', { l: [1, 2, 3, 1, [1]] }, ({ _ }) => ({ l: _.pullAll([1, 3]) }), {
    l: [2, [1]],
  }),
  updates('pullAll of nothing does nothing', { l: [1] }, ({ _ }) => ({ l: _.pullAll([]) }), { l: [1] }),
  refuses('pullAll wants a list', { l: [1] }, ({ _ }) => ({ l: _.pullAll(1) })),

  updates('addToSet adds what is new', { l: [1, 2] }, ({ _ }) => ({ l: _.addToSet(3) }), { l: [1, 2, 3] }),
  updates('addToSet leaves what is there', { l: [1, 2, 1] }, ({ _ }) => ({ l: _.addToSet(1) }), {
    l: [1, 2, 1],
  }),
  updates(
    'addToSet adds each of $each',
    { l: [1] },
    ({ _ }) => ({ l: _.addToSet({ $each: [1, 2, 2, 3] }) }),
    {
      l: [1, 2, 3],
    },
  ),
  updates(
    'addToSet adds each of each',
    { l: [1] },
    ({ _ }) => ({ l: _.addToSet({ each: [1, 2] }) }),
    { l: [1, 2] },
    { local: 'documented, but wx-server-sdk 4.0.2 does not translate it' },
  ),
  updates('addToSet adds a list as one element', { l: [[1]] }, ({ _ }) => ({ l: _.addToSet([1, 2]) }), {
    l: [[1], [1, 2]],
  }),
  updates(
    'addToSet knows equal objects by order too',
    { l: [{ a: 1, b: 2 }] },
    ({ _ }) => ({
      l: _.addToSet({
        $each: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      }),
    }),
    {
      l: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
  ),
  updates('addToSet makes the list', {}, ({ _ }) => ({ l: _.addToSet('x') }), { l: ['x'] }),
  refuses('addToSet on a number is refused', { l: 1 }, ({ _ }) => ({ l: _.addToSet(1) })),
  refuses('addToSet wants a list in $each', { l: [] }, ({ _ }) => ({ l: _.addToSet({ $each: 1 }) })),
]
