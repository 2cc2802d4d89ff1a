import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopView } from '#domain/contract/shop'
import type { StaffMember } from '#domain/shop'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Hairline } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { CardAct } from './card-act'
import { validityOf } from './validity'

const FIRST = 5

const markOf = ({ certificate }: StaffMember) => {
  if (certificate === null) return { tone: 'warn', icon: 'warn', word: '还没有健康证' } as const
  const { tone, icon, word } = validityOf(certificate.until, serverNow(), '')
  return { tone, icon, word }
}

interface Props {
  readonly shop: ShopView
  /** null: this reader only looks */
  readonly onEdit: ((member: StaffMember | null) => void) | null
}

/** Who works here, and until when each one's health certificate is good. */
export const StaffCard = ({ shop, onEdit }: Props) => {
  const [all, setAll] = useState(false)
  const { staff } = shop
  const shown = all ? staff : staff.slice(0, FIRST)
  return (
    <Card title="从业人员" aside={<Text as="small">{`${String(staff.length)} 人`}</Text>}>
      {staff.length === 0 && <Text as="small">还没有登记从业人员。在店里干活的人都要有健康证。</Text>}
      {shown.map((member, at) => {
        const mark = markOf(member)
        const line = (
          <Row apart wrap>
            <Text as="strong">{member.name}</Text>
            <Row>
              <Chip {...mark} />
              {onEdit && <Icon name="right" size="small" />}
            </Row>
          </Row>
        )
        return (
          <View key={member.id} style="display:flex;flex-direction:column;gap:10px">
            {at > 0 && <Hairline />}
            {onEdit ? (
              <Tappable
                label={`${member.name}，${mark.word}，修改`}
                onTap={() => {
                  onEdit(member)
                }}
              >
                <View style="min-height:var(--h-row);display:flex;flex-direction:column;justify-content:center">
                  {line}
                </View>
              </Tappable>
            ) : (
              line
            )}
          </View>
        )
      })}
      {staff.length > FIRST && (
        <Button
          word={all ? '收起' : `看全部 ${String(staff.length)} 人`}
          kind="plain"
          small
          onTap={() => {
            setAll(!all)
          }}
        />
      )}
      {onEdit && (
        <CardAct
          word="加一个人"
          icon="plus"
          onTap={() => {
            onEdit(null)
          }}
        />
      )}
    </Card>
  )
}
