import { Chip } from '../../ui/chip'
import { RowLine } from '../../ui/rows'
import { useOverview } from './queries'

/** A head's shops, and those among them with something to see to. */
export const CaseloadLine = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { data } = useOverview()
  const attention = data?.attention ?? 0
  const title = data ? `我的店铺 ${String(data.shops)} 家` : '我的店铺'
  const note = !data
    ? '正在打开'
    : attention === 0
      ? '没有要注意的'
      : `${String(attention)} 家有证照或卫生要注意`
  return (
    <RowLine
      title={title}
      note={note}
      label={`${title}，${note}`}
      aside={attention > 0 ? <Chip tone="warn" icon="warn" word="要注意" /> : null}
      onTap={onOpen}
    />
  )
}
