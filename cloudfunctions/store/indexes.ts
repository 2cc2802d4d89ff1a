import { districtCollections } from './districts'
import { inboxCollection } from './inbox'
import type { CollectionDeclaration } from './index-declaration'
import { outboxCollection } from './outbox'
import { peopleCollections } from './people'
import { reportCollection } from './reports'
import { signalCollection } from './signals'
import { ticketCollection } from './tickets'

const declared: readonly CollectionDeclaration[] = [
  ...districtCollections,
  ...peopleCollections,
  reportCollection,
  inboxCollection,
  outboxCollection,
  signalCollection,
  ticketCollection,
]

/** Every collection of the product with its indexes: a missing collection is an error on the service, so deploy creates all of them. */
export const indexes: Readonly<Record<string, CollectionDeclaration['indexes']>> = Object.fromEntries(
  declared.map(({ collection, indexes: own }) => [collection, own]),
)
