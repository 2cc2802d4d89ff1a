import type { Browser } from 'playwright-core'
import type { EndpointName, Input, Output } from '#domain/contract/endpoints'
import type { Envelope } from '#domain/contract/reply'
import { launchBrowser } from '../support/browser'
import { runMiniProgram } from '../support/glass-easel/mini-program'
import { bridgeTo } from '../support/weapp/cloud-bridge'
import { WeappEngine } from '../support/weapp/engine'
import { aPicture, aSpot, startSeededCloud, type SeededCloud } from '../support/weapp/seeded-cloud'

const KB = 1024
const words = '门口路面有个坑'

let cloud: SeededCloud

beforeAll(async () => {
  cloud = await startSeededCloud(60)
}, 60_000)

afterAll(() => cloud.stop())

const call = async <E extends EndpointName>(
  openid: string,
  endpoint: E,
  input: Input<E>,
): Promise<Output<E>> => {
  const { reply } = (await bridgeTo(cloud.url, openid).call('api', { endpoint, input })) as Envelope<
    Output<E>,
    string
  >
  if (reply.kind !== 'ok') throw new Error(`${endpoint}: ${JSON.stringify(reply)}`)
  return reply.value
}

describe('the build in WeChat’s component engine', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchBrowser()
  })

  afterAll(() => browser.close())

  it('files a report with a photo, words and a place, and the report is stored', async () => {
    const { resident } = cloud.openids
    const before = await call(resident, 'report.list', { scope: 'mine', filter: 'all', cursor: null })
    const program = await runMiniProgram(browser, bridgeTo(cloud.url, resident), {
      photo: aPicture(),
      location: aSpot,
    })
    const { page } = program
    await page.getByText('拍照反映').waitFor()
    await program.open('/pages/snap/index')
    await page.getByText('拍照片').tap()
    await page.locator('image').first().waitFor()
    await page.locator('textarea').fill(words)
    await page.getByText('用我的位置').tap()
    await page.getByText('已用您的位置').waitFor()
    await page.getByText('提交', { exact: true }).tap()
    await page.getByText('办件编号').waitFor()

    const after = await call(resident, 'report.list', { scope: 'mine', filter: 'all', cursor: null })
    expect(after.rows.filter(({ id }) => !before.rows.some((row) => row.id === id))).toHaveLength(1)
    const [newest] = after.rows
    if (!newest) throw new Error('no report')
    const report = await call(resident, 'report.read', { id: newest.id })
    expect(report).toMatchObject({ words, mine: true })
    expect(report.photos).toHaveLength(1)
    await page.getByText(report.number).waitFor()
    expect(program.errors).toEqual([])
    await page.context().close()
  }, 60_000)
})

describe('what a page sends to WeChat’s view', () => {
  const open = async (openid: string, url?: string) => {
    const engine = new WeappEngine(bridgeTo(cloud.url, openid), aPicture())
    engine.start(url)
    await engine.settle()
    return engine
  }

  it.each([
    ['/pages/home/index', 'resident'],
    ['/pages/messages/index', 'resident'],
    ['/pages/snap/index', 'resident'],
    ['/pages/mine/index', 'resident'],
    ['/packages/report/list/index?scope=mine', 'resident'],
    ['/packages/report/list/index?scope=work', 'command'],
  ] as const)('the first screen of %s is at most 30 KB', async (url, role) => {
    const engine = await open(cloud.openids[role], url)
    const sent = engine.setData.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(engine.text).not.toContain('重试')
    expect(sent).toBeLessThanOrEqual(30 * KB)
    expect(engine.errors).toEqual([])
    engine.close()
  })

  it('a tap on a report’s action is at most 2 KB', async () => {
    const { resident, command } = cloud.openids
    const { cells } = await call(resident, 'district.read', {})
    const [cell] = cells
    if (!cell) throw new Error('the district has no cell')
    const { id } = await call(resident, 'report.submit', {
      ...{ key: 'a'.repeat(32), words, category: null, ticket: null, files: [] },
      place: { cell: cell.id, spot: '', point: null },
    })
    const engine = await open(command, `/packages/report/detail/index?id=${id}`)
    const cost = await engine.cost(() => {
      engine.tap('不受理')
    })
    expect(cost).toBeGreaterThan(0)
    expect(cost).toBeLessThanOrEqual(2 * KB)
    expect(engine.errors).toEqual([])
    engine.close()
  })
})
