import type { Instant } from '#domain/kernel/instant'

const minute = 60_000
const mostKept = 2_000

/**
 * What a warm instance need not ask again within a minute: names and the like, never what somebody may do. Only what was
 * found is remembered.
 */
export const minuteMemory = <T>(load: (id: string) => Promise<T | null>) => {
  const kept = new Map<string, { readonly value: T; readonly until: number }>()
  const note = (id: string, value: T, now: Instant): void => {
    if (kept.size >= mostKept) kept.clear()
    kept.set(id, { value, until: now + minute })
  }
  const recall = async (id: string, now: Instant): Promise<T | null> => {
    const known = kept.get(id)
    if (known && known.until > now && known.until <= now + minute) return known.value
    const value = await load(id)
    if (value !== null) note(id, value, now)
    return value
  }
  return { note, recall }
}
