import { articleCollections } from './articles'
import { auditCollection } from './audit'
import { cannedAnswerCollection } from './canned-answers'
import { caseloadCollections } from './caseloads'
import { channelCollection } from './channels'
import { circularCollections } from './circulars'
import { claimCollections } from './claims'
import { complaintCollection } from './complaints'
import { departureCollection } from './departures'
import { districtCollections } from './districts'
import { draftCollection } from './drafts'
import { groupCollections } from './groups'
import { guidanceItemCollection } from './guidance-items'
import { hardshipCollection } from './hardships'
import { heldCollection } from './held'
import { inboxCollection } from './inbox'
import type { CollectionDeclaration } from './index-declaration'
import { markCollection } from './marks'
import { messageCollection } from './messages'
import { outboxCollection } from './outbox'
import { peopleCollections } from './people'
import { questionCollections } from './questions'
import { rateCollection } from './rates'
import { reportCollection } from './reports'
import { rosterCollection } from './roster'
import { sheetCollections } from './sheets'
import { shopCollections } from './shops'
import { signalCollection } from './signals'
import { streetTallyCollection } from './street-tallies'
import { ticketCollection } from './tickets'
import { visitCollection } from './visits'

const declared: readonly CollectionDeclaration[] = [
  ...districtCollections,
  ...peopleCollections,
  departureCollection,
  draftCollection,
  reportCollection,
  streetTallyCollection,
  inboxCollection,
  outboxCollection,
  signalCollection,
  ticketCollection,
  rosterCollection,
  ...shopCollections,
  ...caseloadCollections,
  ...claimCollections,
  ...sheetCollections,
  channelCollection,
  messageCollection,
  markCollection,
  heldCollection,
  ...questionCollections,
  ...circularCollections,
  guidanceItemCollection,
  visitCollection,
  hardshipCollection,
  ...groupCollections,
  complaintCollection,
  ...articleCollections,
  cannedAnswerCollection,
  auditCollection,
  rateCollection,
]

/** Every collection of the product with its indexes: a missing collection is an error on the service, so deploy creates all of them. */
export const indexes: Readonly<Record<string, CollectionDeclaration['indexes']>> = Object.fromEntries(
  declared.map(({ collection, indexes: own }) => [collection, own]),
)
