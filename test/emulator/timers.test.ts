import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { nextDue, parseCron } from '../../tools/emulator/timers/cron'
import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

const due = (cron: string, after: string, until = '2100-01-01T00:00:00Z') => {
  const found = nextDue(parseCron(cron), Date.parse(after), Date.parse(until))
  return found === undefined ? undefined : new Date(found).toISOString()
}

it('reads the seven fields in Beijing time', () => {
  expect(due('0 0 2 * * * *', '2026-01-01T00:00:00Z')).toBe('2026-01-01T18:00:00.000Z')
  expect(due('*/5 * * * * * *', '2026-01-01T00:00:01Z')).toBe('2026-01-01T00:00:05.000Z')
  expect(due('0 30 9 * * MON-FRI *', '2026-01-02T02:00:00Z')).toBe('2026-01-05T01:30:00.000Z')
  expect(due('0 0 0 29 2 * *', '2026-01-01T00:00:00Z')).toBe('2028-02-28T16:00:00.000Z')
  expect(due('0 0 0 1 1 * 2020', '2026-01-01T00:00:00Z')).toBeUndefined()
  expect(() => parseCron('* * * * *')).toThrow()
  expect(() => parseCron('61 * * * * * *')).toThrow()
})

const BEIJING_MS = 8 * 3600_000

/** One field as text with the values it stands for, made without the parser. */
const field = (from: number, to: number) =>
  fc.oneof(
    fc.constant({ text: '*', holds: () => true }),
    fc.integer({ min: from, max: to }).map((one) => ({ text: String(one), holds: (n: number) => n === one })),
    fc
      .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
      .map(([a, b]) => ({ text: `${String(a)}-${String(b)}`, holds: (n: number) => n >= a && n <= b })),
    fc.integer({ min: 1, max: to }).map((step) => ({
      text: `*/${String(step)}`,
      holds: (n: number) => (n - from) % step === 0,
    })),
    fc
      .uniqueArray(fc.integer({ min: from, max: to }), { minLength: 2, maxLength: 3 })
      .map((some) => ({ text: some.join(','), holds: (n: number) => some.includes(n) })),
  )

it('finds the next due minute that walking minute by minute finds', () => {
  const moments = fc.integer({
    min: Date.parse('2025-12-20T00:00:00Z') / 60_000,
    max: Date.parse('2028-03-05T00:00:00Z') / 60_000,
  })
  const fields = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6))
  fc.assert(
    fc.property(fields, moments, ([minute, hour, day, month, weekday], after) => {
      const suits = (at: number): boolean => {
        const date = new Date(at * 60_000 + BEIJING_MS)
        const [byDay, byWeekday] = [day.holds(date.getUTCDate()), weekday.holds(date.getUTCDay())]
        const both = day.text === '*' || weekday.text === '*'
        return (
          minute.holds(date.getUTCMinutes()) &&
          hour.holds(date.getUTCHours()) &&
          month.holds(date.getUTCMonth() + 1) &&
          (both ? byDay && byWeekday : byDay || byWeekday)
        )
      }
      const until = after + 3 * 24 * 60
      let walked: number | undefined
      for (let at = after + 1; at <= until && walked === undefined; at++) if (suits(at)) walked = at * 60_000
      const cron = `0 ${[minute, hour, day, month, weekday].map(({ text }) => text).join(' ')} *`
      expect(nextDue(parseCron(cron), after * 60_000, until * 60_000)).toBe(walked)
    }),
    { numRuns: 200 },
  )
})

describe('in a cloud whose clock is moved', () => {
  let test: TestCloud
  let functions: string
  beforeAll(async () => {
    functions = await mkdtemp(path.join(tmpdir(), 'timers-'))
    const trigger = (name: string, config: string) => ({ name, type: 'timer', config })
    const triggers = [
      trigger('hourly', '0 0 * * * * *'),
      trigger('daily', '0 30 3 * * * *'),
      trigger('once', '0 0 0 1 1 * 2099'),
    ]
    await cp(path.join(__dirname, 'functions', 'jobs'), path.join(functions, 'jobs'), { recursive: true })
    await writeFile(path.join(functions, 'jobs', 'config.json'), JSON.stringify({ triggers }))
    test = await startTestCloud({ functions, timers: true, indexes: { runs: [] } }, 'local')
  })
  afterAll(async () => {
    await test.close()
    await rm(functions, { recursive: true, force: true })
  })

  const move = (body: unknown) => test.at('/clock', { method: 'POST', body: JSON.stringify(body) })
  const fired = async () => {
    const { data } = await test.cloud.database().collection('runs').limit(100).get()
    return data.map(({ trigger }) => trigger).sort()
  }
  const settled = async (count: number) => {
    for (let tries = 0; tries < 100 && (await fired()).length < count; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await new Promise((resolve) => setTimeout(resolve, 700))
    return fired()
  }

  it('fires each trigger once for the interval skipped, nothing on the way back, and goes on from there', async () => {
    await move({ to: '2031-05-06T10:10:00+08:00' })
    expect(await settled(2)).toEqual(['daily', 'hourly'])
    await move({ to: '2031-05-09T10:10:00+08:00' })
    expect(await settled(4)).toEqual(['daily', 'daily', 'hourly', 'hourly'])
    await move({ to: '2031-05-06T10:10:00+08:00' })
    expect(await settled(4)).toHaveLength(4)
    await move({ to: '2031-05-06T10:59:59.500+08:00' })
    expect(await settled(5)).toEqual(['daily', 'daily', 'hourly', 'hourly', 'hourly'])
  })
})
