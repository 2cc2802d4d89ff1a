import type { Examined } from './find'

interface Tally extends Examined {
  queries: number
  returned: number
}
interface ShapeTally extends Tally {
  readonly env: string
  readonly collection: string
  readonly shape: string
  /** The most documents one query of this shape examined beyond those it returned. */
  worstExcess: number
}

/** What queries cost since the start or the last reset, per collection and per query shape. */
export class Counters {
  readonly #collections = new Map<string, Tally & { env: string; collection: string }>()
  readonly #shapes = new Map<string, ShapeTally>()

  record(env: string, collection: string, shape: string, examined: Examined, returned: number): void {
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
