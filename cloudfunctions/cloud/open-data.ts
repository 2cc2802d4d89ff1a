import { getOpenData } from 'wx-server-sdk'

import './database'

interface Resolved {
  readonly cloudID?: unknown
  readonly data?: unknown
  readonly errCode?: unknown
}

/**
 * The group behind a cloudID that the caller of this very invocation got by opening a card there; null where WeChat does
 * not tell: never issued, another's, or older than five minutes.
 */
export const groupOfCloudId = async (cloudID: string): Promise<string | null> => {
  // Typed as if it answered at once.
  const { list } = await Promise.resolve(getOpenData({ list: [cloudID] }))
  const entry: Resolved | undefined = list[0]
  if (entry?.errCode !== undefined && entry.errCode !== 0) return null
  const data = entry?.data
  if (typeof data !== 'object' || data === null || !('opengid' in data)) return null
  return typeof data.opengid === 'string' && data.opengid !== '' ? data.opengid : null
}
