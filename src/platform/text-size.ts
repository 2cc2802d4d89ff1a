import Taro from '@tarojs/taro'

const LARGE = 20

/** Whether the person chose large type in WeChat (its setting starts at 17). */
export const prefersLargeText = (): boolean => {
  const base = Taro.getAppBaseInfo()
  return (
    'fontSizeSetting' in base && typeof base.fontSizeSetting === 'number' && base.fontSizeSetting >= LARGE
  )
}

/** WeChat draws its own title and tab bar, in the size the phone's owner chose. */
export const sizeFrame: (large: boolean) => void = () => undefined
