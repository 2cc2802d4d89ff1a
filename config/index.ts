import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import webpack from 'webpack'

const domain = path.resolve(__dirname, '..', 'domain')

const postcss = {
  pxtransform: { enable: true, config: {} },
  cssModules: {
    enable: true,
    // Class names travel with every setData: short ones for WeChat, telling ones for the browser's inspector.
    config: {
      namingPattern: 'module',
      generateScopedName:
        process.env['TARO_ENV'] === 'weapp' ? 's[hash:base64:5]' : '[name]-[local]-[hash:base64:4]',
    },
  },
}

const outputRoot = process.env['OUTPUT_ROOT'] ?? `dist/${process.env['TARO_ENV'] ?? 'h5'}`

export default defineConfig(() => {
  const config: UserConfigExport = {
    projectName: 'store-head',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot,
    plugins: [path.resolve(__dirname, 'aria.ts')],
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // The default quotes private fields (#"x"): react-query then fails to parse and the page stays blank.
    terser: { enable: true, config: { output: { quote_keys: false } } },
    mini: {
      // Modules never restyle one another: their order does not matter.
      miniCssExtractPluginOption: { ignoreOrder: true },
      compile: { include: [domain, __dirname] },
      optimizeMainPackage: { enable: true },
      webpackChain(chain) {
        // WeChat's JS context has no AbortController: queries would stay pending for ever.
        chain
          .plugin('abortController')
          .use(webpack.ProvidePlugin, [
            { AbortController: ['abortcontroller-polyfill/dist/cjs-ponyfill.js', 'AbortController'] },
          ])
      },
      postcss,
    },
    h5: {
      compile: { include: [domain] },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        ...postcss,
        // A phone's width sets the size of everything; on a desk's screen it stops growing at that of a large phone.
        pxtransform: { enable: true, config: { maxRootSize: 22 } },
      },
    },
  }
  return config
})
