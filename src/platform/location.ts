import Taro from '@tarojs/taro'
import type { GeoPoint } from '#domain/place'

export type Located =
  | { readonly kind: 'found'; readonly point: GeoPoint; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'denied' }

/** WeChat's own place picker; its points are GCJ-02. */
export const pickLocation = async (): Promise<Located> => {
  try {
    const { latitude, longitude, name } = await Taro.chooseLocation({})
    return { kind: 'found', point: { lng: longitude, lat: latitude }, name }
  } catch (error) {
    const message =
      typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
    return message.includes('cancel') ? { kind: 'cancelled' } : { kind: 'denied' }
  }
}
