import { useQuery } from '@tanstack/react-query'
import { call } from './cloud'
import { everyRow } from './use-pages'

/** Every caseload: a district has a few dozen heads, and some cells whose new shops wait. For command alone. */
export const useAllCaseloads = (asked = true) =>
  useQuery({
    queryKey: ['office', 'all-caseloads'],
    queryFn: () => everyRow((cursor) => call('caseload.list', { cursor })),
    enabled: asked,
    meta: { live: true },
  })
