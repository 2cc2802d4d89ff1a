import type { Collection } from '../store/collection'
import type { Environment } from '../store/environment'
import type { Environments } from '../store/environments'
import { numberOf } from '../store/sqlite'

/** How many documents each collection holds, counted again only after a change. */
export class CollectionSizes {
  readonly #known = new Map<string, number>()

  constructor(environments: Environments) {
    environments.onChange((env, changes) => {
      for (const { collection } of changes) this.#known.delete(`${env}/${collection}`)
    })
  }

  of(environment: Environment, collection: Collection): number {
    const key = `${environment.name}/${collection.name}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const size = numberOf(environment.db.get(`SELECT count(*) AS n FROM ${collection.table}`)?.['n'])
    this.#known.set(key, size)
    return size
  }
}
