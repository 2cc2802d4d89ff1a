import type { ReportView } from '#domain/contract/report'
import type { ReportMove } from '#domain/report'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Row } from '../../ui/row'
import { deadlineWords } from '../../ui/time-words'
import { moveWords } from './words'

interface Props {
  readonly view: ReportView
  readonly busy: boolean
  readonly onMove: (move: ReportMove) => void
}

/** Why a move that the table allows can't be made yet, or any more. */
const blockedBecause = ({ status, reopened }: ReportView, move: ReportMove): string | null => {
  if (move === 'reopen' && reopened) return '已重新办理过一次，仍不满意请打 12345'
  const now = serverNow()
  if (move === 'close' && status.kind === 'fixed' && now < status.silentAt)
    return `反映人可在${deadlineWords(status.silentAt, now)}评价，之后才能结束`
  return null
}

const secondary: readonly ReportMove[] = ['decline', 'reopen']

/** At the foot: the one thing to do next, and what may be done instead. */
export const MoveBar = ({ view, busy, onMove }: Props) => (
  <Row top>
    {view.moves.map((move) => (
      <Button
        key={move}
        word={moveWords[move]}
        kind={secondary.includes(move) ? 'plain' : 'primary'}
        busy={busy}
        blocked={blockedBecause(view, move)}
        onTap={() => {
          onMove(move)
        }}
      />
    ))}
  </Row>
)
