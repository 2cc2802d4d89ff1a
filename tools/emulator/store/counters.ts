import type { PlanNote } from '../engine/planner'
import type { Examined } from './found'

interface Tally {
  documents: number
  keys: number
  queries: number
  returned: number
}
interface ShapeTally extends Tally {
  readonly env: string
  readonly collection: string
  readonly shape: string
  /** The most documents one query of this shape examined beyond those it returned. */
  worstExcess: number
  /** What the latest query of this shape read. */
  plan?: PlanNote
}

/** Fields named after their values (`members.<id>`) would make shapes without end. */
const MAX_SHAPES = 2000
const OTHER_SHAPES = '(others)'
const nothing: Tally = { queries: 0, documents: 0, keys: 0, returned: 0 }

/** Whoever pays for a query. */
interface Bill {
  documentsExamined: number
}

/** What queries cost since the start or the last reset, per collection and per query shape. */
export class Counters {
  readonly #collections: Map<string, Tally & { env: string; collection: string }>
  readonly #shapes: Map<string, ShapeTally>
  readonly #bill: Bill | undefined

  constructor(of?: Counters, bill?: Bill) {
    this.#collections =
      of === undefined ? new Map<string, Tally & { env: string; collection: string }>() : of.#collections
    this.#shapes = of === undefined ? new Map<string, ShapeTally>() : of.#shapes
    this.#bill = bill
  }

  /** The same counters, whose records are also put on the bill of an invocation. */
  alsoFor(bill: Bill | undefined): Counters {
    return bill === undefined ? this : new Counters(this, bill)
  }

  record(env: string, collection: string, shape: string, examined: Examined, returned: number): void {
    if (this.#bill !== undefined) this.#bill.documentsExamined += examined.documents
    const whole = `${env}/${collection}`
    const known = this.#shapes.has(whole + shape) || this.#shapes.size < MAX_SHAPES
    const kept = known ? shape : OTHER_SHAPES
    const perCollection = this.#collections.get(whole) ?? { env, collection, ...nothing }
    const perShape = this.#shapes.get(whole + kept) ?? {
      ...{ env, collection, shape: kept, worstExcess: 0 },
      ...nothing,
    }
    for (const tally of [perCollection, perShape]) {
      tally.queries++
      tally.documents += examined.documents
      tally.keys += examined.keys
      tally.returned += returned
    }
    if (examined.plan !== undefined) perShape.plan = examined.plan
    perShape.worstExcess = Math.max(perShape.worstExcess, examined.documents - returned)
    this.#collections.set(whole, perCollection)
    this.#shapes.set(whole + kept, perShape)
  }

  report(): { collections: unknown[]; shapes: unknown[] } {
    return { collections: [...this.#collections.values()], shapes: [...this.#shapes.values()] }
  }

  reset(): void {
    this.#collections.clear()
    this.#shapes.clear()
  }
}
