import App from '../../src/app'
import config from '../../src/app.config'
import HomePage from '../../src/pages/home/index'
import MessagesPage from '../../src/pages/messages/index'
import MinePage from '../../src/pages/mine/index'
import SnapPage from '../../src/pages/snap/index'
import type { AppUnderTest } from './taro-harness'

/** The mini-program with its four tabs, as the browser build mounts it. */
export const theApp: AppUnderTest = {
  app: App,
  config,
  pages: {
    'pages/home/index': () => ({ default: HomePage }),
    'pages/messages/index': () => ({ default: MessagesPage }),
    'pages/snap/index': () => ({ default: SnapPage }),
    'pages/mine/index': () => ({ default: MinePage }),
  },
}
