import { asInstant, type Instant } from '#domain/kernel/instant'

import { removeOldInvitations } from '../../store/claims'
import { invitationLife } from './offer'

const atOnce = 100

/** Invitations that nobody answered hold a name and a phone: they go when they are over, at most so many a minute. */
export const sweepInvitations = (now: Instant): Promise<number> =>
  removeOldInvitations(asInstant(now - invitationLife), atOnce)
