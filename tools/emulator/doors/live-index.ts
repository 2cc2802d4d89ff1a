import type { Change } from '../store/environment'

/** What the index needs to know of a watch. */
export interface Watching {
  readonly env: string
  readonly collection: string
  /** Set when only these documents can concern the watch. */
  readonly ids: readonly string[] | undefined
}

interface Watched<Watch> {
  readonly byId: Map<string, Set<Watch>>
  readonly anywhere: Set<Watch>
}

/** Finds the watches a commit concerns, without asking the others. */
export class LiveIndex<Watch extends Watching> {
  readonly #collections = new Map<string, Watched<Watch>>()

  add(watch: Watch): void {
    const key = keyOf(watch.env, watch.collection)
    const watched = this.#collections.get(key) ?? {
      byId: new Map<string, Set<Watch>>(),
      anywhere: new Set<Watch>(),
    }
    this.#collections.set(key, watched)
    if (watch.ids === undefined) watched.anywhere.add(watch)
    else
      for (const id of watch.ids) {
        const those = watched.byId.get(id) ?? new Set<Watch>()
        watched.byId.set(id, those.add(watch))
      }
  }

  remove(watch: Watch): void {
    const key = keyOf(watch.env, watch.collection)
    const watched = this.#collections.get(key)
    if (watched === undefined) return
    watched.anywhere.delete(watch)
    for (const id of watch.ids ?? []) {
      const those = watched.byId.get(id)
      those?.delete(watch)
      if (those?.size === 0) watched.byId.delete(id)
    }
    if (watched.anywhere.size === 0 && watched.byId.size === 0) this.#collections.delete(key)
  }

  /** Each concerned watch with the changes it has to look at. */
  concerned(env: string, changes: readonly Change[]): ReadonlyMap<Watch, readonly Change[]> {
    const found = new Map<Watch, Change[]>()
    for (const change of changes) {
      const watched = this.#collections.get(keyOf(env, change.collection))
      if (watched === undefined) continue
      for (const watch of [...watched.anywhere, ...(watched.byId.get(change.id) ?? [])]) {
        const heard = found.get(watch)
        if (heard === undefined) found.set(watch, [change])
        else heard.push(change)
      }
    }
    return found
  }
}

const keyOf = (env: string, collection: string): string => `${env}/${collection}`
