import { asInstant, type Instant } from '#domain/kernel/instant'

import { invocation } from '../cloud/invocation'
import { removeSpentRates } from '../store/rates'
import { removeSpentTickets } from '../store/tickets'
import { clearDepartures } from '../use-cases/account/clear-away'
import { sweepCopies } from '../use-cases/account/sweep-copies'
import { carryOutDue } from '../use-cases/caseload/carry-out'
import { sweepInvitations } from '../use-cases/claim/sweep-invitations'
import { checkAgain } from '../use-cases/channel/check-again'
import { emptyRecalled } from '../use-cases/channel/empty-recalled'
import { announceHandOvers } from '../use-cases/channel/announce-hand-over'
import { postCirculars } from '../use-cases/circular/post-circular'
import { settleMessages } from '../use-cases/channel/settle-owing'
import { deliverWaiting } from '../use-cases/outbox/deliver'
import { tellSilence } from '../use-cases/question/tell-silence'
import { cancelUncommitted, removeOldExports, removeSpentWorkbooks } from '../use-cases/sheet/spent'
import { workOnSheets } from '../use-cases/sheet/work'
import { sweepDrafts } from '../use-cases/upload/draft'

type Steps = Readonly<Record<string, (now: Instant) => Promise<unknown>>>

/** What the clock does each minute, in this order; a step that breaks stops no other. */
const eachMinute: Steps = {
  handOvers: carryOutDue,
  announcements: announceHandOvers,
  circulars: postCirculars,
  messages: settleMessages,
  held: checkAgain,
  silence: tellSilence,
  outbox: deliverWaiting,
  spentRates: removeSpentRates,
  spentTickets: removeSpentTickets,
  oldCopies: sweepCopies,
  oldInvitations: sweepInvitations,
  recalled: emptyRecalled,
  departures: clearDepartures,
  drafts: sweepDrafts,
  oldExports: removeOldExports,
  uncommittedImports: cancelUncommitted,
  spentWorkbooks: removeSpentWorkbooks,
}

/** Apart from the rest, so that a long import keeps no notice waiting: somebody sits before the screen for it. */
const sheetWork: Steps = { sheets: (now) => workOnSheets(now) }

/** What the service sends to a function that a timer starts. */
interface TimerEvent {
  readonly TriggerName?: unknown
}

/** The clock's door: only a timer opens it. */
export const main = async ({ TriggerName }: TimerEvent = {}) => {
  const { source } = invocation()
  if (source !== 'timer') return { refused: 'not-permitted' }
  const now = asInstant(Date.now())
  const results: Record<string, unknown> = {}
  for (const [name, step] of Object.entries(TriggerName === 'sheets' ? sheetWork : eachMinute)) {
    try {
      results[name] = await step(now)
    } catch (error) {
      console.error(`step ${name} broke`, error)
      results[name] = 'broken'
    }
  }
  return results
}
