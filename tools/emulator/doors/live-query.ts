import { readConstraints } from '../engine/bounds'
import { idKey } from '../engine/document-id'
import type { StoredDocument } from '../engine/ejson'
import { sortDocuments } from '../engine/order'
import type { Matches } from '../engine/query'
import { compileQuery } from '../engine/query'
import { CloudFault } from '../fault'
import type { Collection } from '../store/collection'
import type { Change, Environment } from '../store/environment'
import { findDocuments } from '../store/find'
import type { DocumentChange } from './live-diff'
import { changesBetween, plain } from './live-diff'
import type { WatchRequest } from './live-request'
import { MAX_DOCUMENTS } from './live-request'

export interface LiveEvent {
  readonly type: 'init' | 'next'
  /** Counts this watch's events, as a snapshot's `id` does. */
  readonly event: number
  readonly docs: readonly unknown[]
  readonly docChanges: readonly DocumentChange[]
}

/** The list of one watch: what matches, in order, cut to its limit; kept up with every commit that concerns it. */
export class LiveQuery {
  readonly env: string
  readonly collection: string
  /** The only documents that can ever match, when the query names them by `_id`. */
  readonly ids: readonly string[] | undefined
  readonly #collection: Collection
  readonly #request: WatchRequest
  readonly #matches: Matches
  #held: ReadonlyMap<string, StoredDocument>
  #event = 0

  constructor(environment: Environment, request: WatchRequest) {
    this.env = environment.name
    this.collection = request.collection
    this.#request = request
    this.#collection = environment.collection(request.collection)
    this.#matches = compileQuery(request.query)
    const points = readConstraints(request.query).get('_id')?.points
    this.ids = points?.flatMap((point) =>
      typeof point === 'string' || typeof point === 'number' ? [idKey(point)] : [],
    )
    this.#held = this.#find()
  }

  init(): LiveEvent {
    return this.#tell(
      'init',
      [...this.#held.values()].map((document) => ({
        id: this.#event,
        queueType: 'init',
        dataType: 'init',
        docId: document._id,
        doc: plain(document),
      })),
    )
  }

  /** What a commit's changes in the watched collection mean for the list; undefined when nothing. */
  hear(changes: readonly Change[]): LiveEvent | undefined {
    const commit = new Map<string, Change>()
    for (const change of changes) {
      const earlier = commit.get(change.id)
      commit.set(change.id, earlier ? { ...change, before: earlier.before } : change)
    }
    const matching = [...commit.values()].filter(({ after }) => after !== undefined && this.#matches(after))
    if (matching.length === 0 && ![...commit.keys()].some((id) => this.#held.has(id))) return undefined
    const before = this.#held
    this.#held = this.#isFull() ? this.#find() : this.#takeIn(commit, matching)
    const docChanges = changesBetween(before, this.#held, commit, this.#event + 1)
    return docChanges.length === 0 ? undefined : this.#tell('next', docChanges)
  }

  #tell(type: LiveEvent['type'], docChanges: readonly DocumentChange[]): LiveEvent {
    if (type === 'next') this.#event++
    return { type, event: this.#event, docs: [...this.#held.values()].map(plain), docChanges }
  }

  /** A full list may have followers that it does not hold. */
  #isFull(): boolean {
    return this.#held.size === this.#request.limit
  }

  #find(): ReadonlyMap<string, StoredDocument> {
    const { query, order, limit = MAX_DOCUMENTS + 1 } = this.#request
    const found = findDocuments(this.#collection, { query, order, skip: 0, limit }, { documents: 0, keys: 0 })
    return this.#checked(new Map(found.map(({ document }) => [idKey(document._id), document])))
  }

  #takeIn(
    commit: ReadonlyMap<string, Change>,
    matching: readonly Change[],
  ): ReadonlyMap<string, StoredDocument> {
    const kept = [...this.#held.values()].filter(({ _id }) => !commit.has(idKey(_id)))
    const sorted = sortDocuments(
      [...kept, ...matching.flatMap(({ after }) => after ?? [])],
      this.#request.order,
    )
    const { limit = sorted.length } = this.#request
    return this.#checked(new Map(sorted.slice(0, limit).map((document) => [idKey(document._id), document])))
  }

  #checked(list: ReadonlyMap<string, StoredDocument>): ReadonlyMap<string, StoredDocument> {
    if (list.size <= MAX_DOCUMENTS) return list
    throw new CloudFault(
      'INVALID_PARAM',
      `a listener holds at most ${String(MAX_DOCUMENTS)} documents: narrow the query or set a limit`,
    )
  }
}
