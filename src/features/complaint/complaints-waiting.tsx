import { readingOf } from '../../platform/use-pages'
import { WaitingLine } from '../../ui/waiting-line'
import { useComplaints } from './queries'

/** How many complaints wait for the office's answer; the way to them. */
export const ComplaintsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const complaints = useComplaints('waiting')
  return (
    <WaitingLine
      title="投诉建议"
      page={complaints.data?.pages[0] ?? null}
      {...readingOf(complaints)}
      nothing="没有等着答复的"
      note="按收到先后排好了"
      chip={{ tone: 'info', icon: 'clock', word: '待答复' }}
      onOpen={onOpen}
    />
  )
}
