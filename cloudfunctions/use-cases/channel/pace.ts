import { plusDays, type Instant } from '#domain/kernel/instant'

import type { Pace } from '../../store/questions'

const days = 30
/** more than a promise needs, few enough for one small document */
const kept = 50

/** How long the answers of the last thirty days took, in milliseconds of working time. */
export const recentAnswers = (paces: readonly Pace[], now: Instant): readonly number[] =>
  paces.filter(({ at }) => at > plusDays(now, -days)).map(({ took }) => took)

export const withAnswer = (paces: readonly Pace[], pace: Pace): readonly Pace[] =>
  [...paces, pace].slice(-kept)
