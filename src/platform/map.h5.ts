import type { GeoPoint } from '#domain/place'

/** A browser has no map of WeChat's: the one that speaks the same coordinates opens beside it. */
export const openMap = (
  { lng, lat }: GeoPoint,
  { name, address }: { readonly name: string; readonly address: string },
): void => {
  const marker = `coord:${String(lat)},${String(lng)};title:${name};addr:${address}`
  window.open(
    `https://apis.map.qq.com/uri/v1/marker?marker=${encodeURIComponent(marker)}`,
    '_blank',
    'noopener',
  )
}
