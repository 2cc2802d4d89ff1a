import { defineConfig } from '@tarojs/cli'

/** The bare starter, with the product's own settings where they make it comparable. */
export default defineConfig({
  projectName: 'starter',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  h5: { publicPath: './', router: { mode: 'hash' } },
})
