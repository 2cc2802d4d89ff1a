import type { Id } from '#domain/kernel/id'
import type { GeoPoint } from '#domain/place'
import { randomKey } from '../../platform/random-key'

/** A report that is being written. Its key stays until the server has answered, so that a retry is stored once. */
export interface Draft {
  readonly key: string
  readonly words: string
  readonly photos: readonly string[]
  readonly category: Id<'category'> | null
  readonly cell: Id<'cell'> | null
  readonly spot: string
  readonly point: GeoPoint | null
  /** the message it began with */
  readonly from: { readonly channel: Id<'channel'>; readonly seq: number } | null
}

export const draftName = 'report-draft'

const emptyDraft = (): Draft => ({
  key: randomKey(),
  words: '',
  photos: [],
  category: null,
  cell: null,
  spot: '',
  point: null,
  from: null,
})

/** Whether there is anything in it to keep. */
export const isBegun = ({ words, photos, category, cell, spot }: Draft): boolean =>
  words !== '' || photos.length > 0 || category !== null || cell !== null || spot !== ''

const isText = (value: unknown): value is string => typeof value === 'string'

const isPoint = (value: unknown): value is GeoPoint =>
  typeof value === 'object' &&
  value !== null &&
  'lng' in value &&
  'lat' in value &&
  typeof value.lng === 'number' &&
  typeof value.lat === 'number'

const isSource = (value: unknown): value is NonNullable<Draft['from']> =>
  typeof value === 'object' &&
  value !== null &&
  'channel' in value &&
  'seq' in value &&
  isText(value.channel) &&
  typeof value.seq === 'number'

/** Reads what an earlier version of the app may have stored: unknown shapes become an empty draft. */
export const draftFrom = (stored: unknown): Draft => {
  const empty = emptyDraft()
  if (typeof stored !== 'object' || stored === null) return empty
  const { key, words, photos, category, cell, spot, point, from } = stored as Partial<
    Record<keyof Draft, unknown>
  >
  if (!isText(key)) return empty
  return {
    key,
    words: isText(words) ? words : '',
    photos: Array.isArray(photos) ? photos.filter(isText) : [],
    category: isText(category) ? (category as Id<'category'>) : null,
    cell: isText(cell) ? (cell as Id<'cell'>) : null,
    spot: isText(spot) ? spot : '',
    point: isPoint(point) ? point : null,
    from: isSource(from) ? from : null,
  }
}
