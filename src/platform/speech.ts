import type * as Browser from './speech.h5'

/** WeChat reads nothing aloud by itself (its speech plugin has to be granted to an account): no button there. */
export const speaks = false as typeof Browser.speaks

/** Reads the lines; `onEnd` once, when they are over or can't be read. Gives what stops them. */
export const speak: typeof Browser.speak = (_lines, onEnd) => {
  onEnd()
  return () => undefined
}
