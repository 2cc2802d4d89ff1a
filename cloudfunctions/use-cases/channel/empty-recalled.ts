import type { Instant } from '#domain/kernel/instant'
import { filesOf } from '#domain/moderation'

import { removeFiles } from '../../cloud/files'
import { emptyMessage, listToEmpty } from '../../store/messages'
import { eachApart } from '../each-apart'

const perRun = 100

/** The clock's share: what was taken back is kept for six months and no longer. The files first: cut off, it is found again. */
export const emptyRecalled = async (now: Instant): Promise<number> =>
  eachApart(await listToEmpty(now, perRun), async (message) => {
    await removeFiles(filesOf(message.body))
    await emptyMessage(message)
  })
