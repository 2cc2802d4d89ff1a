import { TaroTest } from '../support/taro-harness'
import { theApp } from '../support/the-app'

const openid = 'open-person-reporter'

const start = async () => {
  window.localStorage.setItem('local-openid', openid)
  const test = new TaroTest()
  await test.startApp(theApp)
  await test.queries.waitForQueryByText('拍照反映')
  return test
}

it('opens on the home page, with the tabs below, as a resident of the local cloud', async () => {
  const { queries } = await start()
  await queries.waitForQueryByText('我反映的')
  await queries.waitForQuerySelector('[role="tab"]')
  expect(queries.querySelectorAll('[role="tab"]')).toHaveLength(4)
  expect(document.body.textContent).not.toContain('重试')
})
