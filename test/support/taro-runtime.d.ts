declare module '@tarojs/plugin-framework-react/dist/runtime' {
  import type { AppInstance } from '@tarojs/runtime'
  import type { ComponentType, ReactNode } from 'react'

  /** What Taro's loader makes of `src/app.tsx` in a browser build. */
  export function createReactApp(
    app: ComponentType<{ children?: ReactNode }>,
    react: object,
    reactDom: object,
    config: object,
  ): AppInstance
}
