import { View } from '@tarojs/components'
import type { VisitRow } from '#domain/contract/visit'
import type { Id } from '#domain/kernel/id'
import type { VisitMove } from '#domain/visit'
import { openMap } from '../../platform/map'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { visitState, whenWords } from './words'

interface Props {
  readonly row: VisitRow
  /** its place in the day's way */
  readonly place?: number
  readonly onMove: (move: VisitMove['kind']) => void
  readonly onShop: (id: Id<'shop'>) => void
}

export const VisitCard = ({ row, place, onMove, onShop }: Props) => {
  const { shop, shopName, visitorName, address, point, when, topic, status, may } = row
  const name = place === undefined ? shopName : `${String(place)}. ${shopName}`
  return (
    <Card>
      <Row apart wrap>
        <Text as="strong">{whenWords(when, serverNow())}</Text>
        <Chip {...visitState(status, when, serverNow())} />
      </Row>
      <View>
        <Text as="strong">{name}</Text>
        <Text>{`指导：${topic}`}</Text>
        <Text as="small">{[address, `${visitorName} 上门`].filter((part) => part !== '').join(' · ')}</Text>
        {status.kind === 'planned' && status.asked !== null && (
          <Text>{`店里想换个时间：${status.asked.words}`}</Text>
        )}
        {status.kind === 'done' && <Text>{`做了什么：${status.words}`}</Text>}
        {status.kind === 'cancelled' && <Text>{`取消的原因：${status.words}`}</Text>}
      </View>
      <Row wrap>
        {point && (
          <TextLink
            word="打开地图"
            onTap={() => {
              openMap(point, { name: shopName, address })
            }}
          />
        )}
        <TextLink
          word="看店铺"
          onTap={() => {
            onShop(shop)
          }}
        />
        {may.includes('shift') && (
          <TextLink
            word="改时间"
            onTap={() => {
              onMove('shift')
            }}
          />
        )}
        {may.includes('cancel') && (
          <TextLink
            word="取消上门"
            onTap={() => {
              onMove('cancel')
            }}
          />
        )}
      </Row>
      {may.includes('finish') && (
        <Button
          word="填做了什么"
          kind="soft"
          icon="check"
          onTap={() => {
            onMove('finish')
          }}
        />
      )}
      {may.includes('askOther') && (
        <Button
          word="想换个时间"
          kind="soft"
          icon="clock"
          onTap={() => {
            onMove('askOther')
          }}
        />
      )}
    </Card>
  )
}
