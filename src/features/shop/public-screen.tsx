import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PublicShop } from '#domain/contract/shop'
import { startOf } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import { pillars } from '#domain/shop'
import { dial } from '../../platform/navigation'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Field, Hairline } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { dateWords, momentWords } from '../../ui/time-words'
import { LicencesCard } from './licences-card'
import { isRefused } from '../../platform/outcome'
import { LoadState } from './load-state'
import { Pillars } from './pillars'
import { usePublicShop } from './queries'
import { shopStateMarks } from './words'

const certificateWords = ({ staff, valid }: PublicShop['certificates']): string => {
  if (staff === 0) return '还没有登记'
  return `${String(staff)} 人中 ${String(valid)} 人有效`
}

/** What the public is to make of 「要注意」. */
const attentionWords = ({ health, headName }: PublicShop): string | null => {
  if (!pillars.some((pillar) => health[pillar] === 'attention')) return null
  return headName === null
    ? '要注意：有要改进的地方，区指挥部会安排人跟进。'
    : '要注意：有要改进的地方，由店长跟进。'
}

interface Props {
  readonly code: Id<'shopCode'>
  /** 「这是我的店」, in whatever way this reader can say so */
  readonly claim: (shop: PublicShop) => ReactNode
  readonly onComplain: () => void
  readonly onHome: () => void
}

const Board = ({
  shop,
  claim,
  onComplain,
}: Omit<Props, 'code' | 'onHome'> & { readonly shop: PublicShop }) => {
  const attention = attentionWords(shop)
  return (
    <Screen>
      <Card>
        <Row apart wrap>
          <Text as="title">{shop.name}</Text>
          <Chip {...shopStateMarks[shop.state]} />
        </Row>
        <Text as="small">{shop.trade}</Text>
        <Row>
          <Icon name="pin" size="small" />
          <Text as="small">{shop.address}</Text>
        </Row>
        <Pillars health={shop.health} />
        {attention !== null && <Text as="small">{attention}</Text>}
        <Text as="note">{`公示 · ${momentWords(serverNow(), serverNow())} 查看`}</Text>
      </Card>
      <LicencesCard licences={shop.licences} advice={false} />
      <Card>
        <Field name="健康证" value={certificateWords(shop.certificates)} />
        {shop.certificates.soonest !== null && (
          <Text as="small">{`最早到期的一张：${dateWords(startOf(shop.certificates.soonest), serverNow())}`}</Text>
        )}
        <Hairline />
        <Field name="店长" icon="person" value={shop.headName ?? '还没有安排'} />
      </Card>
      <Card>
        <View>
          <Text as="head">投诉建议</Text>
          <Text as="small">打 12345，或网上提交（工作日处理）。</Text>
        </View>
        <Row>
          <Button
            word="打 12345"
            kind="soft"
            icon="phone"
            onTap={() => {
              dial('12345')
            }}
          />
          <Button word="网上提交" kind="soft" onTap={onComplain} />
        </Row>
      </Card>
      {claim(shop)}
    </Screen>
  )
}

/** What everybody may see of a shop, behind the code at its door; open to visitors. */
export const PublicScreen = ({ code, onHome, ...rest }: Props) => {
  const { data, error, refetch } = usePublicShop(code)
  if (data && !isRefused(error)) return <Board shop={data} {...rest} />
  return (
    <LoadState
      error={error}
      goneWords="没有找到这个码对应的店铺。请扫店门口贴的店铺二维码；还是打不开，请打 12345。"
      goneAction="回首页"
      onGone={onHome}
      onRetry={() => {
        void refetch()
      }}
    />
  )
}
