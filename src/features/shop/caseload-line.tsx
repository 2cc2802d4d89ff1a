import { readingOf } from '../../platform/use-pages'
import { Chip } from '../../ui/chip'
import { RowLine } from '../../ui/rows'
import { useOverview } from './queries'

/** A head's shops, and how many of them there is something to see to; a number that can't be read is read again. */
export const CaseloadLine = ({ onOpen }: { readonly onOpen: () => void }) => {
  const overview = useOverview()
  const { data } = overview
  const { failure, onRetry } = readingOf(overview)
  const attention = data?.attention ?? 0
  const title = data ? `我的店铺 ${String(data.shops)} 家` : '我的店铺'
  const note = !data
    ? (failure ?? '正在打开')
    : attention === 0
      ? '没有要注意的'
      : `${String(attention)} 家有证照或卫生要注意`
  return (
    <RowLine
      title={title}
      note={note}
      label={`${title}，${note}`}
      aside={attention > 0 ? <Chip tone="warn" icon="warn" word="要注意" /> : null}
      onTap={data || failure === null ? onOpen : onRetry}
    />
  )
}
