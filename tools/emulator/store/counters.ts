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
    const perCollection = this.#collections.get(whole) ?? {
      env,
      collection,
      queries: 0,
      documents: 0,
      keys: 0,
      returned: 0,
    }
    const perShape = this.#shapes.get(whole + shape) ?? {
      env,
      collection,
      shape,
      queries: 0,
      documents: 0,
      keys: 0,
      returned: 0,
      worstExcess: 0,
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
    this.#shapes.set(whole + shape, perShape)
  }

  report(): { collections: unknown[]; shapes: unknown[] } {
    return { collections: [...this.#collections.values()], shapes: [...this.#shapes.values()] }
  }

  reset(): void {
    this.#collections.clear()
    this.#shapes.clear()
  }
}
