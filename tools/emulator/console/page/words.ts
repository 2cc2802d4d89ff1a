const SHANGHAI_MS = 8 * 3_600_000

/** `2026-03-01 09:00:00` in Shanghai, where the service's clocks and timers run. */
export function timeOf(at: string | number): string {
  const ms = new Date(at).getTime()
  if (Number.isNaN(ms)) return String(at)
  return new Date(ms + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ')
}

const units: readonly (readonly [name: string, ms: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
]

/** `2 d 3 h`: the two largest units. */
export function spanOf(ms: number): string {
  const parts: string[] = []
  let rest = Math.abs(ms)
  for (const [name, size] of units) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(`${String(count)} ${name}`)
  }
  return parts.length === 0 ? '0 s' : parts.slice(0, 2).join(' ')
}

export function bytesOf(size: number): string {
  if (size < 1024) return `${String(size)} B`
  const kilobytes = size / 1024
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

export const countOf = (count: number): string => count.toLocaleString('en')

/** Monday to Friday at nine in Shanghai, after `now`. */
export function nextWorkingMorning(now: number): number {
  const local = new Date(now + SHANGHAI_MS)
  const nine = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 9)
  let at = nine
  while (at <= now + SHANGHAI_MS || [0, 6].includes(new Date(at).getUTCDay())) at += 86_400_000
  return at - SHANGHAI_MS
}
