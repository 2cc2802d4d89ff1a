import { useState } from 'react'
import type { CaseloadRow, CaseloadView } from '#domain/contract/caseload'
import type { DistrictView } from '#domain/contract/district'
import type { Id } from '#domain/kernel/id'
import { Screen } from '../../../ui/screen'
import { useDistrict } from '../../../platform/use-district'
import { useAllCaseloads } from '../../../platform/use-caseloads'
import { Loaded } from '../shared/loaded'
import { MoveForm } from './move-form'
import { MoveDone, type Done } from './move-done'
import { useCaseload } from './queries'

interface Props {
  readonly id: Id<'caseload'>
  readonly onHandOvers: (caseload: Id<'caseload'> | null) => void
  readonly onCaseloads: () => void
}

interface Read {
  readonly view: CaseloadView
  readonly district: DistrictView
  readonly heads: readonly CaseloadRow[]
}

const Ready = ({ view, district, heads, onHandOvers, onCaseloads }: Read & Omit<Props, 'id'>) => {
  const [done, setDone] = useState<Done | null>(null)
  if (done !== null)
    return (
      <MoveDone
        done={done}
        onHandOvers={() => {
          onHandOvers(view.id)
        }}
        onCaseloads={onCaseloads}
        onAgain={() => {
          setDone(null)
        }}
      />
    )
  return (
    <MoveForm
      view={view}
      district={district}
      heads={heads.filter(({ holder }) => holder.kind === 'head')}
      onDone={setDone}
      onHandOvers={() => {
        onHandOvers(view.id)
      }}
    />
  )
}

/** One caseload: its shops by place and trade, its deputy, and the hand-over to another head. */
export const MoveScreen = ({ id, ...on }: Props) => {
  const caseload = useCaseload(id)
  const district = useDistrict()
  const heads = useAllCaseloads()
  const query = {
    data:
      caseload.data && district.data && heads.data
        ? { view: caseload.data, district: district.data, heads: heads.data }
        : undefined,
    error: caseload.error ?? district.error ?? heads.error,
    refetch: () => Promise.all([caseload.refetch(), district.refetch(), heads.refetch()]),
  }
  if (query.data) return <Ready {...query.data} {...on} />
  return (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}
