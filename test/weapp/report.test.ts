import type { Browser } from 'playwright-core'
import type { Actor } from '#domain/actor'
import type { EndpointName, Input, Output } from '#domain/contract/endpoints'
import type { Envelope } from '#domain/contract/reply'
import { asInstant } from '#domain/kernel/instant'
import { submit as submitReport } from '../../cloudfunctions/use-cases/report/submit'
import { connectTo } from '../../tools/connect'
import { drawPicture } from '../../tools/seed/pictures'
import { randomFrom } from '../../tools/seed/random'
import { aSubmission, yes } from '../support/a-submission'
import { command, handler, reporter } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { runMiniProgram } from '../support/glass-easel/mini-program'
import { aKey, as, cloudUrl, openidOf, rubbish, springCell } from '../support/small-district'
import { bridgeTo } from '../support/weapp/cloud-bridge'
import { closePages, firstScreenBudget, openPage, sentBy, tapBudget } from '../support/weapp/open-page'

const words = '门口路面有个坑'

const photo = drawPicture(randomFrom(7))
const spot = { longitude: springCell.centre.lng, latitude: springCell.centre.lat, name: '社区门口' }

const call = async <E extends EndpointName>(
  actor: Actor,
  endpoint: E,
  input: Input<E>,
): Promise<Output<E>> => {
  const { reply } = (await bridgeTo(cloudUrl(), openidOf(actor)).call('api', {
    endpoint,
    input,
  })) as Envelope<Output<E>, string>
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
    const before = await call(reporter, 'report.list', { scope: 'mine', filter: 'all', cursor: null })
    const program = await runMiniProgram(browser, bridgeTo(cloudUrl(), openidOf(reporter)), {
      photo,
      location: spot,
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

    const after = await call(reporter, 'report.list', { scope: 'mine', filter: 'all', cursor: null })
    expect(after.rows.filter(({ id }) => !before.rows.some((row) => row.id === id))).toHaveLength(1)
    const [newest] = after.rows
    if (!newest) throw new Error('no report')
    const report = await call(reporter, 'report.read', { id: newest.id })
    expect(report).toMatchObject({ words, mine: true })
    expect(report.photos).toHaveLength(1)
    await page.getByText(report.number).waitFor()
    expect(program.errors).toEqual([])
    await page.context().close()
  }, 60_000)
})

describe('what a page sends to WeChat’s view', () => {
  afterEach(closePages)

  const submit = (category: typeof rubbish | null) =>
    call(reporter, 'report.submit', {
      ...{ key: aKey(), words, category: category?.id ?? null, ticket: null, files: [] },
      place: { cell: springCell.id, spot: '东门外路边', point: null },
    })

  beforeAll(async () => {
    // Past the door, where one person may report only so often.
    connectTo(cloudUrl(), 'local')
    const now = asInstant(Date.now())
    for (let filed = 0; filed < 25; filed += 1)
      yes(await submitReport(aSubmission({ words, category: rubbish.id }), as(reporter, now)))
  }, 30_000)

  it.each([
    ['/pages/home/index', reporter, '拍照反映'],
    ['/pages/messages/index', handler, '全部标为已读'],
    ['/pages/home/index', handler, words],
    ['/pages/home/index', command, words],
    ['/pages/snap/index', reporter, '问题类型'],
    ['/pages/snap/index', handler, words],
    ['/pages/mine/index', reporter, '账号与隐私'],
    ['/packages/report/list/index?scope=mine', reporter, words],
    ['/packages/report/list/index?scope=work', command, words],
    ['/packages/account/data/index', reporter, '同意记录'],
    ['/packages/account/terms/index?term=privacy', reporter, '五、保存多久'],
    ['/packages/account/complain/index', reporter, '提建议'],
    ['/packages/account/complaints/index?scope=work', command, '投诉建议'],
  ] as const)('the first screen of %s is at most 30 KB', async (url, actor, sign) => {
    const engine = await openPage(actor, url, sign, photo)
    expect(engine.text).toContain(sign)
    expect(engine.text).not.toContain('重试')
    expect(engine.errors).toEqual([])
    expect(sentBy(engine)).toBeLessThanOrEqual(firstScreenBudget)
  })

  it.each([
    ['不受理', null, command],
    ['开始处理', rubbish, handler],
  ] as const)('a tap on %s is at most 2 KB', async (move, category, actor) => {
    const { id } = await submit(category)
    const engine = await openPage(actor, `/packages/report/detail/index?id=${id}`, move)
    const cost = await engine.cost(() => {
      engine.tap(move)
    })
    expect(engine.errors).toEqual([])
    expect(cost).toBeGreaterThan(0)
    expect(cost).toBeLessThanOrEqual(tapBudget)
  })
})
