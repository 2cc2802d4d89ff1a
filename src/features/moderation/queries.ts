import { call } from '../../platform/cloud'
import { usePages } from '../../platform/use-pages'

export const useModeration = () =>
  usePages({ key: ['moderation'], read: (cursor) => call('moderation.list', { cursor }) })
