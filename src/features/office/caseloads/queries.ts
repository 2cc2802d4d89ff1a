import { useQuery } from '@tanstack/react-query'
import type { Id } from '#domain/kernel/id'
import { call } from '../../../platform/cloud'
import { valueOf } from '../../../platform/outcome'

export const useCaseload = (id: Id<'caseload'>) =>
  useQuery({
    queryKey: ['office', 'caseload', id],
    queryFn: async () => valueOf(await call('caseload.read', { id })),
    meta: { live: true },
  })
