import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ShopView } from '#domain/contract/shop'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field, Hairline } from '../../ui/field'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { CardAct } from './card-act'

const asWords = { owner: '店主', agent: '经办人' } as const

interface OwnersProps {
  readonly shop: ShopView
  readonly onInvite: () => void
  readonly onClaims: () => void
}

/** Who acts for the shop; shown to those who may know, with the office told where nobody does yet. */
export const OwnersCard = ({ shop: { owners, may }, onInvite, onClaims }: OwnersProps) => {
  const office = may.includes('shop.update')
  if (owners.length === 0 && !office) return null
  return (
    <Card title="店主和经办人">
      {owners.length === 0 && <Text as="small">还没有人认领。请店主扫店里的二维码认领。</Text>}
      {owners.map(({ person, name, as }, at) => (
        <View key={person}>
          {at > 0 && <Hairline />}
          <Field name={asWords[as]} value={name === '' ? '还没有填名字' : name} />
        </View>
      ))}
      {may.includes('agent.invite') && <CardAct word="添加经办人" icon="plus" onTap={onInvite} />}
      <Hairline />
      <Tappable label={office ? '看认领记录' : '看我的认领'} role="link" onTap={onClaims}>
        <Field name={office ? '认领记录' : '我的认领'} value="" onward />
      </Tappable>
    </Card>
  )
}

interface HeadsProps {
  readonly shop: ShopView
  readonly onUnmask: () => void
  /** the way to talk to them, where this reader has one */
  readonly desk: ReactNode
}

/** Who answers for the shop, and whom the register names as its contact. */
export const HeadsCard = ({ shop: { head, deputy, contact, may }, onUnmask, desk }: HeadsProps) => (
  <Card>
    <Field name="店长" icon="person" value={head?.name ?? '还没有安排'} />
    {deputy && (
      <>
        <Hairline />
        <Field name="副店长" icon="person" value={deputy.name} />
      </>
    )}
    {contact && (
      <>
        <Hairline />
        <Field name="登记联系人" value={`${contact.name} ${contact.phone}`} />
      </>
    )}
    {contact && may.includes('shop.unmask') ? (
      <Row>
        <Button word="查看电话" kind="soft" small icon="phone" onTap={onUnmask} />
        {desk}
      </Row>
    ) : (
      desk
    )}
  </Card>
)
