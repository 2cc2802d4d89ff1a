import type { PrivacyAnswer } from './privacy'

export const privacyButton = 'privacy-agree'

/** A browser asks for camera and place by itself. */
export const onPrivacyNeed: (tell: (answer: PrivacyAnswer | null) => void) => void = () => undefined
