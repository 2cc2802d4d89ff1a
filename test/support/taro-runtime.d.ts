declare module '@tarojs/plugin-framework-react/dist/runtime' {
  import type { ComponentType } from 'react'

  /** What Taro's loader makes of `src/app.tsx` in a browser build. */
  export function createReactApp(
    app: ComponentType<{ children?: React.ReactNode }>,
    react: typeof import('react'),
    reactDom: typeof import('react-dom/client'),
    config: object,
  ): import('@tarojs/runtime').AppInstance
}
