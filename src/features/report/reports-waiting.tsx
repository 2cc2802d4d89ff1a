import type { ReportRow } from '#domain/contract/report'
import { serverNow } from '../../platform/server-clock'
import { readingOf } from '../../platform/use-pages'
import { sameDay } from '../../ui/time-words'
import { countWords, WaitingLine } from '../../ui/waiting-line'
import { useReports } from './queries'

/** How pressing they are: those past due, else those due today; the list comes by when it is due. */
const pressing = (rows: readonly ReportRow[], more: boolean, now: number) => {
  const due = rows.flatMap(({ dueAt }) => dueAt ?? [])
  const late = due.filter((at) => at < now).length
  const today = due.filter((at) => at >= now && sameDay(at, now)).length
  const words = (count: number) => countWords(count, more && late + today === rows.length)
  if (late > 0)
    return {
      note: `${words(late)}已超期，请先办`,
      chip: { tone: 'bad', icon: 'warn', word: '超期' },
    } as const
  if (today > 0)
    return { note: `${words(today)}今天到期`, chip: { tone: 'warn', icon: 'clock', word: '今天' } } as const
  return { note: '按到期先后排好了', chip: null }
}

/** How many reports wait for this person's work; the way to them. */
export const ReportsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const reports = useReports('work', 'open')
  const page = reports.data?.pages[0] ?? null
  return (
    <WaitingLine
      title="待办反映"
      page={page}
      {...readingOf(reports)}
      nothing="没有等您办的"
      {...pressing(page?.rows ?? [], page?.next !== null, serverNow())}
      onOpen={onOpen}
    />
  )
}
