process.env.TARO_ENV = 'h5'
process.env.TARO_PLATFORM = 'web'
process.env.FRAMEWORK = 'react'
globalThis.defineAppConfig = (config) => config
globalThis.definePageConfig = (config) => config
// The router and Taro import each other; this order is the one that works.
require('@tarojs/taro')
