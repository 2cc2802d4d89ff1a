import type { IPluginContext } from '@tarojs/service'

import { ariaComponents } from './aria-components'

interface MiniPlatform {
  readonly template: { mergeComponents(ctx: IPluginContext, components: typeof ariaComponents): void }
  runtimePath: string | string[]
}

/** Taro's WeChat templates leave WeChat's aria attributes out: this puts them in, there and in the runtime's table. */
export default (ctx: IPluginContext): void => {
  if (process.env['TARO_ENV'] !== 'weapp') return
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      platform.template.mergeComponents(ctx, ariaComponents)
      platform.runtimePath = [platform.runtimePath, require.resolve('./aria-runtime')].flat()
    },
  })
}
