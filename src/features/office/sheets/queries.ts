import { useQuery } from '@tanstack/react-query'
import type { ImportView } from '#domain/contract/sheet'
import type { Id } from '#domain/kernel/id'
import type { RowProblem } from '#domain/sheet'
import { call } from '../../../platform/cloud'
import { valueOf } from '../../../platform/outcome'
import { usePages } from '../shared/paged'

const isWorking = ({ status }: Pick<ImportView, 'status'>): boolean =>
  status.kind === 'checking' || status.kind === 'running'

const FIRST = 1_500
const SLOWEST = 15_000

/** The longer it takes, the less often it is asked. */
export const pauseAfter = (asked: number): number => Math.min(SLOWEST, FIRST * 1.25 ** asked)

export const useImports = () =>
  usePages<ImportView>({ key: ['imports'], read: (cursor) => call('import.list', { cursor }) })

/** Asked again while it is worked on, and at once when the person's signal rises. */
export const useImport = (id: Id<'import'>) =>
  useQuery({
    queryKey: ['office', 'import', id],
    queryFn: async () => valueOf(await call('import.read', { id })),
    refetchInterval: ({ state }) =>
      state.data && isWorking(state.data) ? pauseAfter(state.dataUpdateCount) : false,
    meta: { live: true },
  })

/** The dry run's and the run's are two lists: `stage` tells them apart. */
export const useProblems = (id: Id<'import'>, stage: ImportView['status']['kind']) =>
  usePages<RowProblem>({
    key: ['problems', id, stage],
    read: (cursor) => call('import.problems', { id, cursor }),
  })
