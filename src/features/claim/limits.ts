import { reportLimits } from '#domain/submission'

/** A licence has a front, and at times a back and a page more. */
export const claimPhotoLimits = { most: 3, largest: reportLimits.photoBytes } as const

export const claimWordsLimit = 300
