import { Chip } from '../../ui/chip'
import { countWords } from '../../ui/count-words'
import { RowLine } from '../../ui/rows'
import { useClaims } from './queries'

/** How many claims wait for this person's word; the way to them. */
export const ClaimsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { data } = useClaims('work', 'open')
  const [first] = data?.pages ?? []
  const count = first?.rows.length ?? 0
  const words = countWords(first)
  const note = !first ? '正在打开' : count === 0 ? '没有等您核对的' : '核对后，业户才看得到店铺资料'
  return (
    <RowLine
      title={`认领待核对 ${words}`.trim()}
      note={note}
      label={`认领待核对 ${words}`}
      aside={count > 0 ? <Chip tone="info" icon="clock" word="待核对" /> : null}
      onTap={onOpen}
    />
  )
}
