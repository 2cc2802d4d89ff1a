import type { Id } from '#domain/kernel/id'
import { readingOf } from '../../platform/use-pages'
import { Chip } from '../../ui/chip'
import { RowLine } from '../../ui/rows'
import { useOwnCirculars } from './queries'

/** What an owner has not acknowledged yet, the newest first; the line is there also while nothing waits, so that nothing jumps. */
export const CircularToKnow = ({ onOpen }: { readonly onOpen: (id: Id<'circular'>) => void }) => {
  const own = useOwnCirculars()
  const { failure, onRetry } = readingOf(own)
  const rows = own.data?.rows ?? []
  const [newest] = rows
  if (!newest) {
    const note = own.data ? '都看过了，没有要确认的' : (failure ?? '正在打开')
    return (
      <RowLine title="店长的通知" note={note} {...(failure !== null && !own.data && { onTap: onRetry })} />
    )
  }
  const { id, title, who } = newest
  const note = who === '' ? '看完点「我知道了」' : `${who}发的，看完点「我知道了」`
  return (
    <RowLine
      title={`【须确认】${title}`}
      note={note}
      label={`须确认 ${String(rows.length)} 条：${title}，${note}`}
      aside={<Chip tone="warn" icon="warn" word={`${String(rows.length)} 条`} />}
      onTap={() => {
        onOpen(id)
      }}
    />
  )
}
