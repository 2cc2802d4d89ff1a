import { evaluates, type Case } from '../case'

const one = {
  n: 7,
  neg: -2.5,
  s: 'Abc',
  cn: '中文',
  l: [3, 1, 2],
  rows: [{ k: 'a', v: 1 }],
  o: { x: 1 },
  none: null,
  yes: true,
  at: new Date('2024-03-05T06:07:08.009Z'),
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/ */
export const aggregateOperatorCases: readonly Case[] = [
  evaluates('abs', one, ({ $ }) => $.abs('$neg'), 2.5),
  evaluates('add', one, ({ $ }) => $.add(['$n', '$neg', 1]), 5.5),
  evaluates('add of null is null', one, ({ $ }) => $.add(['$n', '$none']), null),
  evaluates(
    'add of a date moves it',
    one,
    ({ $ }) => $.add(['$at', 1000]),
    new Date('2024-03-05T06:07:09.009Z'),
  ),
  evaluates('subtract', one, ({ $ }) => $.subtract(['$n', 10]), -3),
  evaluates(
    'subtract of dates is milliseconds',
    one,
    ({ $ }) => $.subtract(['$at', new Date('2024-03-05T06:07:08Z')]),
    9,
  ),
  evaluates('multiply', one, ({ $ }) => $.multiply(['$n', 2, 3]), 42),
  evaluates('divide', one, ({ $ }) => $.divide(['$n', 2]), 3.5),
  evaluates('mod keeps the sign of the dividend', one, ({ $ }) => $.mod([-7, 3]), -1),
  evaluates(
    'ceil, floor and trunc',
    one,
    ({ $ }) => [$.ceil('$neg'), $.floor('$neg'), $.trunc('$neg')],
    [-2, -3, -2],
  ),
  evaluates(
    'pow, sqrt, exp, ln, log, log10',
    one,
    ({ $ }) => [$.pow(['$n', 2]), $.sqrt(16), $.exp(0), $.ln(1), $.log([8, 2]), $.log10(1000)],
    [49, 4, 1, 0, 3, 3],
  ),

  evaluates(
    'arrayElemAt counts from either end',
    one,
    ({ $ }) => [$.arrayElemAt(['$l', 0]), $.arrayElemAt(['$l', -1])],
    [3, 2],
  ),
  evaluates('concatArrays', one, ({ $ }) => $.concatArrays(['$l', [9]]), [3, 1, 2, 9]),
  evaluates('filter', one, ({ $ }) => $.filter({ input: '$l', as: 'e', cond: $.gt(['$$e', 1]) }), [3, 2]),
  evaluates(
    'map',
    one,
    ({ $ }) => $.map({ input: '$l', as: 'e', in: $.multiply(['$$e', 10]) }),
    [30, 10, 20],
  ),
  evaluates(
    'reduce',
    one,
    ({ $ }) => $.reduce({ input: '$l', initialValue: 0, in: $.add(['$$value', '$$this']) }),
    6,
  ),
  evaluates('in', one, ({ $ }) => [$.in([1, '$l']), $.in([9, '$l'])], [true, false]),
  evaluates('indexOfArray', one, ({ $ }) => [$.indexOfArray(['$l', 2]), $.indexOfArray(['$l', 9])], [2, -1]),
  evaluates('isArray', one, ({ $ }) => [$.isArray('$l'), $.isArray('$n')], [true, false]),
  evaluates('range', one, ({ $ }) => $.range([0, 10, 4]), [0, 4, 8]),
  evaluates('reverseArray', one, ({ $ }) => $.reverseArray('$l'), [2, 1, 3]),
  evaluates('size', one, ({ $ }) => $.size('$l'), 3),
  evaluates('slice', one, ({ $ }) => [$.slice(['$l', 2]), $.slice(['$l', -2]), $.slice(['$l', 1, 1])], [
    [3, 1],
    [1, 2],
    [1],
  ]),
  evaluates('zip', one, ({ $ }) => $.zip({ inputs: ['$l', ['a', 'b']] }), [
    [3, 'a'],
    [1, 'b'],
  ]),
  evaluates(
    'arrayToObject and objectToArray',
    one,
    ({ $ }) => [$.arrayToObject('$rows'), $.objectToArray('$o')],
    [{ a: 1 }, [{ k: 'x', v: 1 }]],
  ),
  evaluates(
    'sum, avg, min and max of a list',
    one,
    ({ $ }) => [$.sum('$l'), $.avg('$l'), $.min('$l'), $.max('$l')],
    [6, 2, 1, 3],
  ),

  evaluates(
    'and, or and not',
    one,
    ({ $ }) => [$.and(['$yes', '$n']), $.or([false, '$none']), $.not('$yes')],
    [true, false, false],
  ),
  evaluates(
    '0, null and missing are false, an empty text is true',
    one,
    ({ $ }) => [$.and([0]), $.and(['$none']), $.and(['$zz']), $.and([''])],
    [false, false, false, true],
  ),
  evaluates('cmp', one, ({ $ }) => [$.cmp([1, 2]), $.cmp([2, 2]), $.cmp([3, 2])], [-1, 0, 1]),
  evaluates(
    'eq, neq, gt, gte, lt, lte',
    one,
    ({ $ }) => [
      $.eq(['$n', 7]),
      $.neq(['$n', 7]),
      $.gt(['$n', 7]),
      $.gte(['$n', 7]),
      $.lt(['$n', 7]),
      $.lte(['$n', 7]),
    ],
    [true, false, false, true, false, true],
  ),
  evaluates(
    'cond in both spellings',
    one,
    ({ $ }) => [$.cond({ if: $.gt(['$n', 5]), then: 'big', else: 'small' }), $.cond([false, 1, 2])],
    ['big', 2],
  ),
  evaluates(
    'ifNull takes the place of null and missing',
    one,
    ({ $ }) => [$.ifNull(['$none', 1]), $.ifNull(['$zz', 2]), $.ifNull(['$n', 3])],
    [1, 2, 7],
  ),
  evaluates(
    'switch',
    one,
    ({ $ }) =>
      $.switch({
        branches: [
          { case: $.lt(['$n', 5]), then: 'small' },
          { case: $.lt(['$n', 10]), then: 'middle' },
        ],
        default: 'big',
      }),
    'middle',
  ),
  evaluates(
    'let',
    one,
    ({ $ }) => $.let({ vars: { twice: $.add(['$n', '$n']) }, in: $.add(['$$twice', 1]) }),
    15,
  ),
  evaluates('literal', one, ({ $ }) => $.literal('$n'), '$n'),
  evaluates('mergeObjects, the later wins', one, ({ $ }) => $.mergeObjects(['$o', { x: 2, y: 3 }]), {
    x: 2,
    y: 3,
  }),

  evaluates(
    'parts of a date, in UTC',
    one,
    ({ $ }) => [
      $.year('$at'),
      $.month('$at'),
      $.dayOfMonth('$at'),
      $.hour('$at'),
      $.minute('$at'),
      $.second('$at'),
      $.millisecond('$at'),
      $.dayOfWeek('$at'),
      $.dayOfYear('$at'),
    ],
    [2024, 3, 5, 6, 7, 8, 9, 3, 65],
  ),
  evaluates(
    'weeks of a date',
    one,
    ({ $ }) => [$.week('$at'), $.isoWeek('$at'), $.isoDayOfWeek('$at'), $.isoWeekYear('$at')],
    [9, 10, 2, 2024],
  ),
  evaluates(
    'parts of a date in a time zone',
    one,
    ({ $ }) => $.hour({ date: '$at', timezone: '+08:00' }),
    14,
  ),
  evaluates(
    'dateToString',
    one,
    ({ $ }) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S' }),
    '2024-03-05 06:07:08',
  ),
  evaluates(
    'dateToString in a time zone',
    one,
    ({ $ }) => $.dateToString({ date: '$at', format: '%H:%M', timezone: 'Asia/Shanghai' }),
    '14:07',
  ),
  evaluates(
    'dateFromString',
    one,
    ({ $ }) => $.dateFromString({ dateString: '2024-03-05T06:07:08.009Z' }),
    one.at,
  ),
  evaluates(
    'dateFromParts',
    one,
    ({ $ }) => $.dateFromParts({ year: 2024, month: 3, day: 5, hour: 6 }),
    new Date('2024-03-05T06:00:00Z'),
  ),

  evaluates('concat', one, ({ $ }) => [$.concat(['$s', '-', '$cn']), $.concat(['$s', '$none'])], [
    'Abc-中文',
    null,
  ]),
  evaluates('split', one, ({ $ }) => $.split(['a-b-c', '-']), ['a', 'b', 'c']),
  evaluates(
    'lengths in bytes and code points',
    one,
    ({ $ }) => [$.strLenBytes('$cn'), $.strLenCP('$cn')],
    [6, 2],
  ),
  evaluates(
    'indexes in bytes and code points',
    one,
    ({ $ }) => [$.indexOfBytes(['$cn', '文']), $.indexOfCP(['$cn', '文']), $.indexOfCP(['$s', 'z'])],
    [3, 1, -1],
  ),
  evaluates(
    'parts of texts',
    one,
    ({ $ }) => [$.substrBytes(['$cn', 3, 3]), $.substrCP(['$cn', 1, 1]), $.substr(['$s', 0, 2])],
    ['文', '文', 'Ab'],
  ),
  evaluates(
    'toLower, toUpper and strcasecmp',
    one,
    ({ $ }) => [$.toLower('$s'), $.toUpper('$s'), $.strcasecmp(['$s', 'aBC'])],
    ['abc', 'ABC', 0],
  ),

  evaluates(
    'sets',
    one,
    ({ $ }) => [
      $.setEquals(['$l', [1, 2, 3, 3]]),
      $.setIsSubset([[1], '$l']),
      $.setDifference(['$l', [1]]),
      $.allElementsTrue([[1, true]]),
      $.anyElementTrue([[0, null]]),
    ],
    [true, true, [3, 2], true, false],
  ),
  evaluates(
    'the size of a union and of an intersection',
    one,
    ({ $ }) => [$.size($.setUnion(['$l', [1, 9]])), $.size($.setIntersection(['$l', [1, 9]]))],
    [4, 1],
  ),
  evaluates('an expression of a missing field is left out', one, () => ({ kept: '$n', gone: '$zz' }), {
    kept: 7,
  }),
]
