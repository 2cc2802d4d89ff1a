import type { Id } from '#domain/kernel/id'
import { SectionHead } from '../../ui/section-head'
import { useOverview } from './queries'
import { ShopRowCard } from './shop-row'

interface Props {
  readonly onOpen: (id: Id<'shop'>) => void
  readonly onAll: () => void
}

/** The head's shops with most to see to, a tap away; nothing while there are none. */
export const WorstShops = ({ onOpen, onAll }: Props) => {
  const worst = useOverview().data?.worst ?? []
  if (worst.length === 0) return null
  return (
    <>
      <SectionHead title="先看这几家" onwardWord="全部店铺" onTap={onAll} />
      {worst.map((row) => (
        <ShopRowCard key={row.id} row={row} onOpen={onOpen} />
      ))}
    </>
  )
}
