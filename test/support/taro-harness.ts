import { createReactApp } from '@tarojs/plugin-framework-react/dist/runtime'
import { createHashHistory, createRouter, handleAppMount, handleAppMountWithTabbar } from '@tarojs/router'
import TestUtils from '@tarojs/test-utils-react'
import * as React from 'react'
import * as ReactDOM from 'react-dom/client'

interface PageModule {
  readonly default: React.ComponentType
}

export interface AppUnderTest {
  readonly app: React.ComponentType<{ children?: React.ReactNode }>
  /** what `src/app.config.ts` exports */
  readonly config: { readonly pages?: readonly string[]; readonly tabBar?: unknown }
  /** every page to be opened, by its path in app.config */
  readonly pages: Readonly<Record<string, () => PageModule>>
}

/** test-utils 0.1.1 hands Taro 3's arguments to Taro 4's router; this starts the app as the browser build does. */
export class TaroTest extends TestUtils {
  async startApp({ app, config, pages }: AppUnderTest, url = `/${config.pages?.[0] ?? ''}`): Promise<void> {
    window.location.hash = `#${url}`
    document.body.innerHTML = '<div id="app"></div>'
    const spa = {
      ...config,
      router: { mode: 'hash' as const },
      routes: Object.entries(pages).map(([path, load]) => ({
        path,
        load: (context: unknown, params: unknown) => Promise.resolve([load().default, context, params]),
      })),
    }
    const instance = createReactApp(app, React, ReactDOM, spa)
    const history = createHashHistory({ window })
    const mount = config.tabBar === undefined ? handleAppMount : handleAppMountWithTabbar
    mount(spa as never, history)
    createRouter(history, instance, spa as never, 'React')
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
