import type { ShopView } from '#domain/contract/shop'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Icon } from '../../ui/icon'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { Pillars } from './pillars'
import { shopStateMarks } from './words'

const sizeOf = ({ size: { area, places } }: ShopView): string =>
  [
    area === null ? null : `${String(area)} 平方米`,
    places === null ? null : `座位、床位或淋浴位 ${String(places)} 个`,
  ]
    .filter((words) => words !== null)
    .join(' · ')

export const ShopSummary = ({ shop }: { readonly shop: ShopView }) => {
  const size = sizeOf(shop)
  return (
    <Card>
      <Row apart wrap>
        <Text as="title">{shop.name}</Text>
        <Chip {...shopStateMarks[shop.state]} />
      </Row>
      <Text as="small">{`${shop.trade} · 登记编号 ${shop.number}`}</Text>
      <Row>
        <Icon name="pin" size="small" />
        <Text as="small">{`${shop.streetName} ${shop.cellName} ${shop.address}`}</Text>
      </Row>
      {size !== '' && <Text as="small">{size}</Text>}
      <Pillars health={shop.health} />
    </Card>
  )
}
