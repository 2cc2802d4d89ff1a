import type { Case } from '../case'
import { finds } from '../case'

const lists = [
  { _id: 'ab', a: ['a', 'b'] },
  { _id: 'ba', a: ['b', 'a'] },
  { _id: 'a', a: ['a'] },
  { _id: 'text', a: 'a' },
  { _id: 'empty', a: [] },
  { _id: 'null', a: [null] },
  { _id: 'deep', a: [['a', 'b'], 'c'] },
  { _id: 'missing' },
]
const counts = [
  { _id: 'wide', a: [1, 10] },
  { _id: 'inside', a: [5, 20] },
  { _id: 'scalar', a: 5 },
]
const rows = [
  { _id: 'one row', l: [{ k: 'x', n: 5 }] },
  {
    _id: 'split',
    l: [
      { k: 'x', n: 1 },
      { k: 'y', n: 5 },
    ],
  },
  {
    _id: 'both',
    l: [
      { k: 'y', n: 5 },
      { k: 'x', n: 9 },
    ],
  },
  { _id: 'plain', l: { k: 'x', n: 5 } },
  { _id: 'empty', l: [] },
]

/** https://www.mongodb.com/docs/manual/tutorial/query-arrays/ */
export const queryArrayCases: readonly Case[] = [
  finds('a value takes lists that hold it', lists, () => ({ a: 'a' }), ['ab', 'ba', 'a', 'text']),
  finds('a list takes the same list, and lists that hold it', lists, () => ({ a: ['a', 'b'] }), [
    'ab',
    'deep',
  ]),
  finds('an empty list takes empty lists', lists, ({ _ }) => ({ a: _.eq([]) }), ['empty']),
  finds('neq leaves out lists that hold the value', lists, ({ _ }) => ({ a: _.neq('a') }), [
    'empty',
    'null',
    'deep',
    'missing',
  ]),
  finds('null takes lists that hold null', lists, () => ({ a: null }), ['null', 'missing']),
  finds('in looks into lists', lists, ({ _ }) => ({ a: _.in(['b', 'c']) }), ['ab', 'ba', 'deep']),
  finds('nin looks into lists', lists, ({ _ }) => ({ a: _.nin(['a', 'c']) }), ['empty', 'null', 'missing']),
  finds('size counts elements', lists, ({ _ }) => ({ a: _.size(2) }), ['ab', 'ba', 'deep']),
  finds('size 0 takes empty lists only', lists, ({ _ }) => ({ a: _.size(0) }), ['empty']),
  finds('all wants each of the values', lists, ({ _ }) => ({ a: _.all(['a', 'b']) }), ['ab', 'ba']),
  finds('all of one value takes a plain value', lists, ({ _ }) => ({ a: _.all(['a']) }), [
    'ab',
    'ba',
    'a',
    'text',
  ]),
  finds('exists takes empty lists', lists, ({ _ }) => ({ a: _.exists(false) }), ['missing']),
  finds('a number in a path is a place', lists, () => ({ 'a.0': 'a' }), ['ab', 'a', 'deep']),
  finds('a place that is not there is missing', lists, ({ _ }) => ({ 'a.1': _.exists(true) }), [
    'ab',
    'ba',
    'deep',
  ]),

  finds('any element may meet any condition', counts, ({ _ }) => ({ a: _.gt(4).and(_.lt(6)) }), [
    'wide',
    'inside',
    'scalar',
  ]),
  // a chain inside elemMatch reaches the wire untranslated (wx-server-sdk 4.0.2), hence the plain operators
  finds(
    'elemMatch wants one element that meets all',
    counts,
    ({ _ }) => ({ a: _.elemMatch({ $gt: 4, $lt: 6 }) }),
    ['inside'],
  ),
  finds('elemMatch takes a condition on the element', counts, ({ _ }) => ({ a: _.elemMatch(_.gt(15)) }), [
    'inside',
  ]),
  finds('mod looks into lists', counts, ({ _ }) => ({ a: _.mod(4, 1) }), ['wide', 'inside', 'scalar']),
  finds('not turns all elements round', counts, ({ _ }) => ({ a: _.not(_.gt(9)) }), ['scalar']),

  finds('a dotted path looks into objects of lists', rows, () => ({ 'l.k': 'x' }), [
    'one row',
    'split',
    'both',
    'plain',
  ]),
  finds('dotted paths may meet in different elements', rows, () => ({ 'l.k': 'x', 'l.n': 5 }), [
    'one row',
    'split',
    'both',
    'plain',
  ]),
  finds(
    'elemMatch wants one object that meets all',
    rows,
    ({ _ }) => ({ l: _.elemMatch({ k: 'x', n: 5 }) }),
    ['one row'],
  ),
  finds('elemMatch takes conditions', rows, ({ _ }) => ({ l: _.elemMatch({ k: 'x', n: _.gt(5) }) }), [
    'both',
  ]),
  finds('a place and a field', rows, () => ({ 'l.1.k': 'x' }), ['both']),
  finds(
    'a missing field of one element counts as null',
    [
      { _id: 'some', l: [{ k: 1 }, {}] },
      { _id: 'every', l: [{ k: 1 }, { k: 2 }] },
      { _id: 'empty', l: [] },
    ],
    () => ({ 'l.k': null }),
    ['some'],
  ),
  finds(
    'exists takes one element that has the field',
    [
      { _id: 'some', l: [{ k: 1 }, {}] },
      { _id: 'none', l: [{}, {}] },
      { _id: 'empty', l: [] },
    ],
    ({ _ }) => ({ 'l.k': _.exists(true) }),
    ['some'],
  ),
  finds('neq wants no element with the value', rows, ({ _ }) => ({ 'l.k': _.neq('x') }), ['empty']),
  finds(
    'elemMatch of fields passes over what has none',
    [
      { _id: 'mixed', l: [0, 'x', { k: 1 }] },
      { _id: 'plain', l: [0, 1] },
    ],
    ({ _ }) => ({ l: _.elemMatch({ k: _.lte(1) }) }),
    ['mixed'],
  ),
  finds(
    'a missing field in what has no fields is not null',
    [
      { _id: 'values', l: [1, 'x'] },
      { _id: 'text', l: 'x' },
    ],
    () => ({ 'l.k': null }),
    ['text'],
  ),
]
