import assert from 'node:assert/strict'
import type { Case } from '../case'
import { finds, idsOf, seed } from '../case'

const numbers = [
  { _id: 'one', a: 1 },
  { _id: 'two', a: 2 },
  { _id: 'three', a: 3 },
]
const mixed = [
  { _id: 'number', a: 5 },
  { _id: 'text', a: '5' },
  { _id: 'true', a: true },
  { _id: 'date', a: new Date(5) },
  { _id: 'null', a: null },
  { _id: 'missing' },
  { _id: 'document', a: { k: 5 } },
]
const nested = [
  { _id: 'both', o: { x: 1, y: 2 } },
  { _id: 'x', o: { x: 1 } },
  { _id: 'none', o: {} },
  { _id: 'scalar', o: 1 },
]
const words = [
  { _id: 'upper', a: 'Guangzhou' },
  { _id: 'lower', a: 'guangxi' },
  { _id: 'lines', a: 'first\nguang' },
  { _id: 'number', a: 7 },
  { _id: 'list', a: ['x', 'Guang'] },
]

export const queryCases: readonly Case[] = [
  finds('a value stands for eq', numbers, () => ({ a: 2 }), ['two']),
  finds('eq takes the equal ones', numbers, ({ _ }) => ({ a: _.eq(2) }), ['two']),
  finds('neq takes all others', numbers, ({ _ }) => ({ a: _.neq(2) }), ['one', 'three']),
  finds('gt leaves the bound out', numbers, ({ _ }) => ({ a: _.gt(2) }), ['three']),
  finds('gte takes the bound in', numbers, ({ _ }) => ({ a: _.gte(2) }), ['two', 'three']),
  finds('lt leaves the bound out', numbers, ({ _ }) => ({ a: _.lt(2) }), ['one']),
  finds('lte takes the bound in', numbers, ({ _ }) => ({ a: _.lte(2) }), ['one', 'two']),
  finds('in takes any of a list', numbers, ({ _ }) => ({ a: _.in([1, 3, 9]) }), ['one', 'three']),
  finds('in of an empty list takes none', numbers, ({ _ }) => ({ a: _.in([]) }), []),
  finds('nin takes what is in no list', numbers, ({ _ }) => ({ a: _.nin([1, 3]) }), ['two']),
  finds('nin of an empty list takes all', numbers, ({ _ }) => ({ a: _.nin([]) }), ['one', 'two', 'three']),
  finds('mod takes divisor and remainder', numbers, ({ _ }) => ({ a: _.mod(2, 1) }), ['one', 'three']),
  finds('an empty where takes all', numbers, () => ({}), ['one', 'two', 'three']),
  finds('undefined in a where is left out', numbers, () => ({ a: 1, b: undefined }), ['one']),

  // https://www.mongodb.com/docs/manual/tutorial/query-for-null-fields/
  finds('null takes null and missing', mixed, () => ({ a: null }), ['null', 'missing']),
  finds('eq null takes null and missing', mixed, ({ _ }) => ({ a: _.eq(null) }), ['null', 'missing']),
  finds('neq null takes what is there and not null', mixed, ({ _ }) => ({ a: _.neq(null) }), [
    'number',
    'text',
    'true',
    'date',
    'document',
  ]),
  finds('in with null takes missing too', mixed, ({ _ }) => ({ a: _.in([null, 5]) }), [
    'number',
    'null',
    'missing',
  ]),
  finds('nin with null leaves missing out too', mixed, ({ _ }) => ({ a: _.nin([null, 5]) }), [
    'text',
    'true',
    'date',
    'document',
  ]),
  finds('exists(true) takes null, not missing', mixed, ({ _ }) => ({ a: _.exists(true) }), [
    'number',
    'text',
    'true',
    'date',
    'null',
    'document',
  ]),
  finds('exists(false) takes missing, not null', mixed, ({ _ }) => ({ a: _.exists(false) }), ['missing']),
  finds('neq takes missing and other types', mixed, ({ _ }) => ({ a: _.neq(5) }), [
    'text',
    'true',
    'date',
    'null',
    'missing',
    'document',
  ]),

  // https://www.mongodb.com/docs/manual/reference/method/db.collection.find/#type-bracketing
  finds('a range of numbers holds only numbers', mixed, ({ _ }) => ({ a: _.gte(0) }), ['number']),
  finds('a range of texts holds only texts', mixed, ({ _ }) => ({ a: _.gte('') }), ['text']),
  finds('a range of dates holds only dates', mixed, ({ _ }) => ({ a: _.lt(new Date(6)) }), ['date']),
  finds('lte null takes null and missing', mixed, ({ _ }) => ({ a: _.lte(null) }), ['null', 'missing']),
  finds('true is not 1', [...mixed, { _id: 'won', a: 1 }], () => ({ a: true }), ['true']),
  finds('a date is found by its time', mixed, () => ({ a: new Date(5) }), ['date']),

  finds('an object in a where means its fields', nested, () => ({ o: { x: 1 } }), ['both', 'x']),
  finds('a dotted path means the same', nested, () => ({ 'o.x': 1 }), ['both', 'x']),
  finds('eq of an object wants the whole of it', nested, ({ _ }) => ({ o: _.eq({ x: 1 }) }), ['x']),
  finds('a missing inner field is null', nested, () => ({ 'o.y': null }), ['x', 'none', 'scalar']),
  finds('exists asks for inner fields', nested, ({ _ }) => ({ 'o.y': _.exists(true) }), ['both']),
  finds(
    'eq of an object minds the order of fields',
    [
      { _id: 'xy', o: { x: 1, y: 2 } },
      { _id: 'yx', o: { y: 2, x: 1 } },
    ],
    ({ _ }) => ({ o: _.eq({ x: 1, y: 2 }) }),
    ['xy'],
  ),

  finds('and of conditions of one field', numbers, ({ _ }) => ({ a: _.and(_.gt(1), _.lt(3)) }), ['two']),
  finds('a chain of conditions is an and', numbers, ({ _ }) => ({ a: _.gt(1).and(_.lt(3)) }), ['two']),
  finds('a chain without and is one too', numbers, ({ _ }) => ({ a: _.gt(1).lt(3) }), ['two']),
  finds('or of conditions of one field', numbers, ({ _ }) => ({ a: _.lt(2).or(_.gt(2)) }), ['one', 'three']),
  finds('or of a list of values', numbers, ({ _ }) => ({ a: _.or([_.eq(1), _.eq(2)]) }), ['one', 'two']),
  finds('and of whole queries', nested, ({ _ }) => _.and([{ 'o.x': 1 }, { 'o.y': _.exists(true) }]), [
    'both',
  ]),
  finds('or of whole queries', mixed, ({ _ }) => _.or([{ a: 5 }, { a: '5' }]), ['number', 'text']),
  finds(
    'or of whole queries beside a field',
    [
      { _id: '1', a: 1, b: 1 },
      { _id: '2', a: 1, b: 2 },
      { _id: '3', a: 2, b: 2 },
    ],
    ({ _ }) => _.and([{ a: 1 }, _.or([{ b: 2 }, { b: 3 }])]),
    ['2'],
  ),
  finds('nor takes what no query takes', numbers, ({ _ }) => _.nor([{ a: 1 }, { a: 2 }]), ['three']),
  finds('nor takes missing fields', mixed, ({ _ }) => _.nor([{ a: _.exists(true) }]), ['missing']),
  finds('not turns a condition round', numbers, ({ _ }) => ({ a: _.not(_.gt(1)) }), ['one']),
  finds('not takes missing and other types', mixed, ({ _ }) => ({ a: _.not(_.gte(0)) }), [
    'text',
    'true',
    'date',
    'null',
    'missing',
    'document',
  ]),

  finds('a RegExp literal finds texts', words, () => ({ a: /^Guang/ }), ['upper', 'list']),
  finds('a RegExp literal keeps its flags', words, () => ({ a: /^GUANG/i }), ['upper', 'lower', 'list']),
  finds('db.RegExp finds texts', words, ({ db }) => ({ a: db.RegExp({ regexp: 'xi$' }) }), ['lower']),
  finds(
    'db.RegExp takes options',
    words,
    ({ db }) => ({ a: db.RegExp({ regexp: '^guang', options: 'im' }) }),
    ['upper', 'lower', 'lines', 'list'],
  ),
  finds('not takes a RegExp', words, ({ _ }) => ({ a: _.not(/guang/i) }), ['number']),
  finds('in takes RegExp among values', words, ({ _ }) => ({ a: _.in([/xi$/, 7]) }), ['lower', 'number']),

  finds(
    'expr compares two fields',
    [
      { _id: 'over', a: 5, b: 3 },
      { _id: 'under', a: 1, b: 3 },
    ],
    ({ _, $ }) => _.expr($.gt(['$a', '$b'])),
    ['over'],
  ),
  finds(
    'expr stands beside fields',
    [
      { _id: 'over', a: 5, b: 3 },
      { _id: 'far over', a: 50, b: 3 },
    ],
    ({ _, $ }) => _.and([{ a: _.lt(10) }, _.expr($.gt(['$a', '$b']))]),
    ['over'],
  ),

  finds('_id takes conditions', numbers, ({ _ }) => ({ _id: _.in(['one', 'three']) }), ['one', 'three']),
  finds('_id takes ranges', numbers, ({ _ }) => ({ _id: _.gt('one').lt('two') }), ['three']),
  finds(
    'two fields are an and',
    [
      { _id: '1', a: 1, b: 1 },
      { _id: '2', a: 1, b: 2 },
    ],
    () => ({ a: 1, b: 2 }),
    ['2'],
  ),
  finds('a text of other letters is another text', words, () => ({ a: 'GUANGXI' }), []),
  finds(
    'numbers of any size and sign compare by value',
    [
      { _id: 'long', a: 9_007_199_254_740_991 },
      { _id: 'double', a: -0.5 },
      { _id: 'int', a: 7 },
    ],
    ({ _ }) => ({ a: _.gt(-1).lte(7) }),
    ['double', 'int'],
  ),
  {
    name: 'a where after a where replaces it',
    run: async ({ plain }) => {
      await seed(plain, numbers)
      assert.deepEqual(idsOf((await plain.where({ a: 1 }).where({ a: 2 }).get()).data), ['two'])
    },
  },
]
