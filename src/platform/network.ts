import Taro from '@tarojs/taro'

/** Tells when the phone has a network again; answers how to stop telling. */
export const onNetworkBack = (tell: () => void): (() => void) => {
  const changed = ({ isConnected }: { readonly isConnected: boolean }) => {
    if (isConnected) tell()
  }
  Taro.onNetworkStatusChange(changed)
  return () => {
    Taro.offNetworkStatusChange(changed)
  }
}
