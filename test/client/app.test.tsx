import { TaroTest } from '../support/taro-harness'
import App from '../../src/app'
import config from '../../src/app.config'

const openid = 'open-person-reporter'

const app = {
  app: App,
  config,
  pages: {
    'pages/home/index': () =>
      require('../../src/pages/home/index') as typeof import('../../src/pages/home/index'),
    'pages/messages/index': () =>
      require('../../src/pages/messages/index') as typeof import('../../src/pages/messages/index'),
    'pages/snap/index': () =>
      require('../../src/pages/snap/index') as typeof import('../../src/pages/snap/index'),
    'pages/mine/index': () =>
      require('../../src/pages/mine/index') as typeof import('../../src/pages/mine/index'),
  },
}

const start = async () => {
  window.localStorage.setItem('local-openid', openid)
  const test = new TaroTest()
  await test.startApp(app)
  await test.queries.waitForQueryByText('拍照反映')
  return test
}

it('opens on the home page, with the tabs below, as a resident of the local cloud', async () => {
  const { queries } = await start()
  await queries.waitForQueryByText('我反映的')
  await queries.waitForQuerySelector('.weui-tabbar__item')
  expect(queries.querySelectorAll('.weui-tabbar__item')).toHaveLength(4)
  expect(document.body.textContent).not.toContain('重试')
})
