import type { Instant } from '#domain/kernel/instant'

let ahead = 0

/** Every envelope says the server's time; days are counted from it, not from what the phone believes. */
export const noteServerTime = (at: Instant): void => {
  ahead = at - Date.now()
}

export const serverNow = (): Instant => (Date.now() + ahead) as Instant
