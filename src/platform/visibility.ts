import Taro from '@tarojs/taro'

/** Tells when the mini-program comes to the front or leaves it; answers how to stop telling. */
export const onVisibility = (tell: (visible: boolean) => void): (() => void) => {
  const shown = () => {
    tell(true)
  }
  const hidden = () => {
    tell(false)
  }
  Taro.onAppShow(shown)
  Taro.onAppHide(hidden)
  return () => {
    Taro.offAppShow(shown)
    Taro.offAppHide(hidden)
  }
}
