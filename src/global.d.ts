/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const sheet: Readonly<Record<string, string>>
  export { sheet as default }
}

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV?: 'weapp' | 'h5'
  }
}
