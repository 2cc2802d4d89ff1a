import { Chip } from '../../ui/chip'
import { countWords } from '../../ui/count-words'
import { RowLine } from '../../ui/rows'
import { useComplaints } from './queries'

/** How many complaints wait for the office's answer; the way to them. */
export const ComplaintsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { data } = useComplaints('waiting')
  const [first] = data?.pages ?? []
  const count = first?.rows.length ?? 0
  const words = countWords(first)
  return (
    <RowLine
      title={`投诉建议待答复 ${words}`.trim()}
      note={!first ? '正在打开' : count === 0 ? '没有等着答复的' : '按收到先后排好了'}
      label={`投诉建议待答复 ${words}`}
      aside={count > 0 ? <Chip tone="info" icon="clock" word="待答复" /> : null}
      onTap={onOpen}
    />
  )
}
