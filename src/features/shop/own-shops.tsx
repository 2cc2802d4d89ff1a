import { View } from '@tarojs/components'
import type { ShopView } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { readFailureWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { ErrorState } from '../../ui/empty-state'
import { Field, Hairline } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Skeleton } from '../../ui/skeleton'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { isRefused } from './load-state'
import { Pillars } from './pillars'
import { noFilter, useShop, useShops } from './queries'
import { mostUrgent, validityOf } from './validity'
import { licenceWords, shopStateMarks } from './words'

const OwnShop = ({ shop, onOpen }: { readonly shop: ShopView; readonly onOpen: () => void }) => {
  const now = serverNow()
  const urgent = mostUrgent(shop.licences, now)
  const { word, todo } = validityOf(urgent?.until ?? null, now, '换证')
  return (
    <Card>
      <Row apart wrap>
        <Text as="title">{shop.name}</Text>
        <Chip {...shopStateMarks[shop.state]} />
      </Row>
      <Text as="small">{`${shop.streetName} · ${shop.cellName} · ${shop.trade}`}</Text>
      {urgent && <Notice tone="warn" icon="clock" words={`${licenceWords[urgent.kind]}${word} · ${todo}`} />}
      <Pillars health={shop.health} />
      <Hairline />
      <Field name="店长" icon="person" value={shop.head?.name ?? '还没有安排，区指挥部会尽快安排'} />
      <Hairline />
      <Tappable label={`看${shop.name}的店铺资料`} role="link" onTap={onOpen}>
        <Field name="店铺资料" value="证照、健康证、二维码" onward />
      </Tappable>
    </Card>
  )
}

const OwnShopById = ({ id, onOpen }: { readonly id: Id<'shop'>; readonly onOpen: () => void }) => {
  const { data, error, refetch } = useShop(id)
  if (isRefused(error)) return <View />
  if (data) return <OwnShop shop={data} onOpen={onOpen} />
  if (!error) return <Skeleton cards={1} tall />
  return (
    <ErrorState
      words={readFailureWords(error)}
      onRetry={() => {
        void refetch()
      }}
    />
  )
}

/** The shops this person owns or acts for, as the home page shows them. */
export const OwnShops = ({ onOpen }: { readonly onOpen: (id: Id<'shop'>) => void }) => {
  const { data, error, refetch } = useShops('mine', noFilter)
  if (isRefused(error)) return null
  if (!data)
    return error ? (
      <ErrorState
        words={readFailureWords(error)}
        onRetry={() => {
          void refetch()
        }}
      />
    ) : (
      <Skeleton cards={1} tall />
    )
  return data.pages
    .flatMap(({ rows }) => rows)
    .map(({ id }) => (
      <OwnShopById
        key={id}
        id={id}
        onOpen={() => {
          onOpen(id)
        }}
      />
    ))
}
