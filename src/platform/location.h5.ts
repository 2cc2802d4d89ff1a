import Taro from '@tarojs/taro'
import type { GeoPoint } from '#domain/place'
import type { Located } from './location'

const { PI, abs, cos, sin, sqrt } = Math
const A = 6_378_245
const EE = 0.006_693_421_622_965_943

const waves = (x: number) => (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3)
const drift = (x: number) => (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3)

/** A browser gives WGS-84, the domain speaks GCJ-02: the published offset formula, good to a metre or two. */
const toGcj02 = ({ lng, lat }: GeoPoint): GeoPoint => {
  const x = lng - 105
  const y = lat - 35
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    waves(x) +
    drift(y) +
    (160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * (2 / 3)
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    waves(x) +
    drift(x) +
    (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3)
  const radians = (lat / 180) * PI
  const magic = 1 - EE * sin(radians) ** 2
  return {
    lng: lng + (east * 180) / ((A / sqrt(magic)) * cos(radians) * PI),
    lat: lat + (north * 180) / (((A * (1 - EE)) / (magic * sqrt(magic))) * PI),
  }
}

export const pickLocation = async (): Promise<Located> => {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' })
    // A stub of the browser build resolves without figures.
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return { kind: 'denied' }
    return { kind: 'found', point: toGcj02({ lng: longitude, lat: latitude }), name: '' }
  } catch {
    return { kind: 'denied' }
  }
}
