import type { Context } from 'mingo/core'
import { evalExpr } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import { Lazy } from 'mingo/lazy'
import { $range, $trunc } from 'mingo/operators/expression'
import { $group, $sort } from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import type { Document, Value } from './ejson'
import { isDocument } from './ejson'

type Expression = (document: Document, argument: Value, options: Options) => unknown
type Stage = (documents: Iterator, argument: Value, options: Options) => Iterator

const MAX_RANGE = 1_000_000

/** Expressions that mingo 7.2 lacks or takes otherwise than MongoDB's manual. */
const expressions: Readonly<Record<string, Expression>> = {
  /** A list that no document could hold is refused before it is made. */
  $range: (document, argument, options) => {
    const [from, to, step = 1] = evalExpr(document, argument, options) as [number, number, number?]
    if (Math.abs((to - from) / step) > MAX_RANGE)
      throw new Error(`$range of more than ${String(MAX_RANGE)} numbers`)
    return $range(document, argument, options)
  },
  $trunc: (document, argument, options) =>
    $trunc(document, Array.isArray(argument) ? argument : [argument], options),
  /** Weeks begin on Sundays; the days before the first Sunday are week 0. */
  $week: (document, argument, options) => {
    const given: unknown = evalExpr(document, argument, options)
    const { date, timezone } = (isDated(given) ? given : { date: given }) as Record<string, unknown>
    if (date === null || date === undefined) return null
    const part = (operator: string): number =>
      Number(evalExpr(document, { [operator]: timezone === undefined ? date : { date, timezone } }, options))
    return Math.floor((part('$dayOfYear') + 7 - part('$dayOfWeek')) / 7)
  },
  $indexOfCP: (document, argument, options) => {
    const [text, part, start = 0, end] = evalExpr(document, argument, options) as [
      unknown,
      unknown,
      number?,
      number?,
    ]
    if (text === null || text === undefined) return null
    const [where, what] = [Array.from(wanted(text)), Array.from(wanted(part))]
    const last = Math.min(end ?? where.length, where.length) - what.length
    for (let at = start; at <= last; at++)
      if (what.every((character, offset) => where[at + offset] === character)) return at
    return -1
  },
  $indexOfBytes: (document, argument, options) => {
    const [text, part, start = 0, end] = evalExpr(document, argument, options) as [
      unknown,
      unknown,
      number?,
      number?,
    ]
    if (text === null || text === undefined) return null
    const bytes = Buffer.from(wanted(text))
    return bytes.subarray(0, end ?? bytes.length).indexOf(Buffer.from(wanted(part)), start)
  },
}
export const expressionOperators = expressions as unknown as Parameters<Context['addExpressionOps']>[0]

const isDated = (given: unknown): boolean => isDocument(given) && Object.hasOwn(given, 'date')

function wanted(text: unknown): string {
  if (typeof text !== 'string') throw new Error('a text was expected')
  return text
}

/** Stages that mingo 7.2 runs otherwise than MongoDB's manual. */
const stages: Readonly<Record<string, Stage>> = {
  $count: (documents, name) => {
    if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.'))
      throw new Error('$count needs the name of a field')
    return documents.transform((all: unknown[]) => Lazy(all.length === 0 ? [] : [{ [name]: all.length }]))
  },
  /** Each document at most once. */
  $sample: (documents, argument) => {
    const size = isDocument(argument) ? argument['size'] : undefined
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 0)
      throw new Error('$sample needs a size')
    return documents.transform((all: unknown[]) => {
      const drawn = [...all]
      for (let at = 0; at < Math.min(size, drawn.length); at++) {
        const other = at + Math.floor(Math.random() * (drawn.length - at))
        ;[drawn[at], drawn[other]] = [drawn[other], drawn[at]]
      }
      return Lazy(drawn.slice(0, size))
    })
  },
  /** As the manual defines it: a $group by a $switch over the boundaries, sorted. */
  $bucket: (documents, argument, options) => {
    const stage = isDocument(argument) ? argument : {}
    const { groupBy = null, boundaries, output, default: other } = stage
    if (!Array.isArray(boundaries) || boundaries.length < 2)
      throw new Error('$bucket needs two boundaries or more')
    const branches = boundaries.slice(0, -1).map((from, at) => ({
      case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[at + 1] ?? null] }] },
      then: { $literal: from },
    }))
    const key: Value = {
      $switch: { branches, ...(other !== undefined && { default: { $literal: other } }) },
    }
    const fields = isDocument(output) ? output : { count: { $sum: 1 } }
    return $sort($group(documents, { ...fields, _id: key }, options), { _id: 1 }, options)
  },
}
export const stageOperators = stages as unknown as Parameters<Context['addPipelineOps']>[0]
