import { serverNow } from '../../platform/server-clock'
import { Chip } from '../../ui/chip'
import { RowLine } from '../../ui/rows'
import { sameDay } from '../../ui/time-words'
import { countWords } from '../../ui/count-words'
import { useReports } from './queries'

/** How many reports wait for this person's work, and how pressing they are; the way to them. */
export const ReportsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { data } = useReports('work', 'open')
  const [first] = data?.pages ?? []
  const rows = first?.rows ?? []
  const now = serverNow()
  const due = rows.flatMap(({ dueAt }) => dueAt ?? [])
  const late = due.filter((at) => at < now).length
  const today = due.filter((at) => at >= now && sameDay(at, now)).length
  const count = countWords(first)
  const note =
    late > 0
      ? `${String(late)} 件${late === rows.length && first?.next !== null ? '以上' : ''}已超期，请先办`
      : today > 0
        ? `${String(today)} 件今天到期`
        : '按到期先后排好了'
  return (
    <RowLine
      title={`待办反映 ${count}`.trim()}
      note={!first ? '正在打开' : rows.length === 0 ? '没有等您办的' : note}
      label={`待办反映 ${count}，${note}`}
      aside={
        late > 0 ? (
          <Chip tone="bad" icon="warn" word="超期" />
        ) : today > 0 ? (
          <Chip tone="warn" icon="clock" word="今天" />
        ) : null
      }
      onTap={onOpen}
    />
  )
}
