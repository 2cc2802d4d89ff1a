import type { Instant } from './instant'

declare const day: unique symbol

/** A calendar day of the district as `2026-11-23`; all of China keeps Beijing time (UTC+8, no summer time). */
export type Day = string & { readonly [day]: true }

const BEIJING = 8 * 3_600_000

export const dayOf = (instant: Instant): Day => new Date(instant + BEIJING).toISOString().slice(0, 10) as Day

/** Null where the text names no day of the calendar (`2026-02-30`). */
export const readDay = (text: string): Day | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const moment = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text ? null : (text as Day)
}

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The day so many days later; earlier where negative. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day

/** Midnight in Beijing, where the day begins. */
export const startOf = (day: Day): Instant => (Date.parse(`${day}T00:00:00Z`) - BEIJING) as Instant

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
