import { memo } from 'react'
import type { ShopRow } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { pillars } from '#domain/shop'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { pillarMarks, pillarWords, shopStateMarks } from './words'

/** What a list says of a shop's health: which pillars need attention, else how far it has been looked at. */
const markOf = ({ state, health }: ShopRow) => {
  if (state !== 'open') return shopStateMarks[state]
  const attention = pillars.filter((pillar) => health[pillar] === 'attention')
  const [first] = attention
  if (first !== undefined)
    return {
      ...pillarMarks.attention,
      word: attention.length === 1 ? `${pillarWords[first]}要注意` : `${String(attention.length)} 项要注意`,
    }
  return pillars.every((pillar) => health[pillar] === 'good') ? pillarMarks.good : pillarMarks.unchecked
}

interface Props {
  readonly row: ShopRow
  readonly onOpen: (id: Id<'shop'>) => void
}

/** One shop in a list; kept as it is while others come in below it. */
export const ShopRowCard = memo(({ row, onOpen }: Props) => {
  const mark = markOf(row)
  return (
    <Tappable
      label={`${row.name}，${mark.word}`}
      role="link"
      onTap={() => {
        onOpen(row.id)
      }}
    >
      <Card>
        <Row apart wrap>
          <Text as="strong">{row.name}</Text>
          <Chip {...mark} />
        </Row>
        <Text as="small">{`${row.trade} · ${row.cellName} · ${row.address}`}</Text>
      </Card>
    </Tappable>
  )
})
ShopRowCard.displayName = 'ShopRowCard'
