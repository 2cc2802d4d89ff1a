declare const instant: unique symbol

/** A moment in milliseconds since 1970-01-01T00:00Z, always the server's. */
export type Instant = number & { readonly [instant]: true }

export const asInstant = (milliseconds: number): Instant => milliseconds as Instant

const HOUR = 3_600_000

/** Plain hours, nights and holidays included; working time has its own kernel. */
export const plusHours = (from: Instant, hours: number): Instant => asInstant(from + hours * HOUR)

export const plusDays = (from: Instant, days: number): Instant => plusHours(from, days * 24)
