import { ariaComponents } from './aria-components'

interface PluginContext {
  registerMethod(method: { readonly name: string; readonly fn: (platform: MiniPlatform) => void }): void
}

interface MiniPlatform {
  readonly template: { mergeComponents(ctx: PluginContext, components: typeof ariaComponents): void }
  runtimePath: string | string[]
}

/** Taro's WeChat templates leave WeChat's aria attributes out: this puts them in, there and in the runtime's table. */
export default (ctx: PluginContext): void => {
  if (process.env['TARO_ENV'] !== 'weapp') return
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      platform.template.mergeComponents(ctx, ariaComponents)
      platform.runtimePath = [platform.runtimePath, require.resolve('./aria-runtime')].flat()
    },
  })
}
