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

describe('in a cloud whose clock is moved', () => {
  let test: TestCloud
  beforeAll(async () => {
    test = await startTestCloud({ timers: true, indexes: { runs: [] } }, 'local')
  })
  afterAll(() => test.close())

  it('fires a timer once for the whole interval skipped', async () => {
    await test.at('/clock', { method: 'POST', body: JSON.stringify({ by: 7 * 86_400_000 }) })
    const runs = () => test.cloud.database().collection('runs').count()
    for (let tries = 0; tries < 50 && (await runs()).total === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect((await runs()).total).toBe(1)
  })
})
