import type { ReactNode } from 'react'
import { readFailureWords } from '../../platform/outcome'
import { Card } from '../../ui/card'
import { ErrorState } from '../../ui/empty-state'
import { Field, Hairline } from '../../ui/field'
import { Skeleton } from '../../ui/skeleton'
import { Tappable } from '../../ui/tappable'
import { useOverview } from './queries'

interface Props {
  /** how many claims wait for this head's word */
  readonly claims: ReactNode
  readonly onAll: () => void
}

/** A head's shops in two numbers, and what waits for the head's word. */
export const CaseloadCard = ({ claims, onAll }: Props) => {
  const { data, error, refetch } = useOverview()
  if (!data)
    return error ? (
      <ErrorState
        words={readFailureWords(error)}
        onRetry={() => {
          void refetch()
        }}
      />
    ) : (
      <Skeleton cards={1} />
    )
  const { shops, attention } = data
  const asking = attention === 0 ? '没有要注意的' : `${String(attention)} 家要注意`
  return (
    <Card>
      <Tappable label={`我的店铺 ${String(shops)} 家，${asking}`} role="link" onTap={onAll}>
        <Field name={`我的店铺 ${String(shops)} 家`} value={asking} onward />
      </Tappable>
      <Hairline />
      {claims}
    </Card>
  )
}
