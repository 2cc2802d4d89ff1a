import { readingOf } from '../../platform/use-pages'
import { WaitingLine } from '../../ui/waiting-line'
import { useModeration } from './queries'

/** How many messages wait for a person's eye; the way to them. */
export const ModerationWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const waiting = useModeration()
  return (
    <WaitingLine
      title="内容待审核"
      page={waiting.data?.pages[0] ?? null}
      {...readingOf(waiting)}
      nothing="没有等着审核的"
      note="等得最久的在最前面"
      chip={{ tone: 'info', icon: 'clock', word: '待审核' }}
      onOpen={onOpen}
    />
  )
}
