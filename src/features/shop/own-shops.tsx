import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ShopView } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { readingOf } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Field, Hairline } from '../../ui/field'
import { NotHere } from '../../ui/listed'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { isRefused } from '../../platform/outcome'
import { OwnerStep } from './owner-step'
import { Pillars } from './pillars'
import { useShop } from './queries'
import { shopStateMarks } from './words'

/** The shop's head, and the way to talk to them: the page knows how. */
type HeadOf = (shop: Id<'shop'>, name: string) => ReactNode

interface OwnShopProps {
  readonly shop: ShopView
  readonly waits: string | null
  readonly headOf: HeadOf
  readonly onOpen: () => void
}

const OwnShop = ({ shop, waits, headOf, onOpen }: OwnShopProps) => (
  <>
    <OwnerStep shop={shop} waits={waits} onOpen={onOpen} />
    <Card>
      <Row apart wrap>
        <Text as="title">{shop.name}</Text>
        <Chip {...shopStateMarks[shop.state]} />
      </Row>
      <Text as="small">{`${shop.streetName} · ${shop.cellName} · ${shop.trade}`}</Text>
      <Pillars health={shop.health} />
      <Hairline />
      {shop.head ? (
        headOf(shop.id, shop.head.name)
      ) : (
        <Field name="店长" icon="person" value="还没有安排，区指挥部会尽快安排" />
      )}
      <Hairline />
      <Tappable label={`看${shop.name}的店铺资料`} role="link" onTap={onOpen}>
        <Field name="店铺资料" value="证照、健康证、二维码" onward />
      </Tappable>
    </Card>
  </>
)

interface ByIdProps extends Omit<OwnShopProps, 'shop'> {
  readonly id: Id<'shop'>
}

const OwnShopById = ({ id, ...ways }: ByIdProps) => {
  const shop = useShop(id)
  const { data, error } = shop
  if (isRefused(error)) return <View />
  if (data) return <OwnShop shop={data} {...ways} />
  return <NotHere {...readingOf(shop)} cards={1} tall />
}

interface Props extends Pick<ByIdProps, 'headOf' | 'waits'> {
  readonly shops: readonly Id<'shop'>[]
  readonly onOpen: (id: Id<'shop'>) => void
}

/** The shops this person owns or acts for, as the home page shows them. */
export const OwnShops = ({ shops, waits, onOpen, headOf }: Props) =>
  shops.map((id) => (
    <OwnShopById
      key={id}
      id={id}
      waits={waits}
      headOf={headOf}
      onOpen={() => {
        onOpen(id)
      }}
    />
  ))
