import { z } from 'zod'

import type { ModerationEndpoints } from '#domain/contract/moderation'
import { contentReasons } from '#domain/moderation'

import { cursor, idOf, reason, version, type Inputs } from './parts'

export const moderationInputs: Inputs<keyof ModerationEndpoints> = {
  'moderation.list': z.strictObject({ cursor }),
  'moderation.decide': z.strictObject({
    id: idOf<'held'>(),
    version,
    pass: z.boolean(),
    reason: z.enum(contentReasons),
    why: reason,
  }),
}
