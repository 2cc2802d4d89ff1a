import Taro from '@tarojs/taro'
import type { GeoPoint } from '#domain/place'

/** WeChat's own map, from which its navigation starts; points are GCJ-02. */
export const openMap = (
  { lng, lat }: GeoPoint,
  { name, address }: { readonly name: string; readonly address: string },
): void => {
  // Rejects when the person turns back, or the phone has no map: the address stands beside it.
  Taro.openLocation({ longitude: lng, latitude: lat, name, address, scale: 17 }).catch(() => undefined)
}
