import { View } from '@tarojs/components'
import type { Licence } from '#domain/shop'
import { serverNow } from '../../platform/server-clock'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Hairline } from '../../ui/field'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { validityOf } from './validity'
import { licenceWords } from './words'

interface Props {
  readonly licences: readonly Licence[]
  /** to those who can renew it, not to the public */
  readonly advice?: boolean
}

/** Each licence with its validity in words, and what to do where it ends. */
export const LicencesCard = ({ licences, advice = true }: Props) => {
  const now = serverNow()
  return (
    <Card title="证照">
      {licences.length === 0 && <Text as="small">还没有登记证照。</Text>}
      {licences.map(({ kind, number, until }, at) => {
        const { tone, icon, word, todo } = validityOf(until, now, '换证')
        return (
          <View key={`${kind} ${number}`} style="display:flex;flex-direction:column;gap:6px">
            {at > 0 && <Hairline />}
            <Row apart wrap>
              <Text as="strong">{licenceWords[kind]}</Text>
              <Chip tone={tone} icon={icon} word={word} />
            </Row>
            <Text as="small">{`编号 ${number}${todo === '' || !advice ? '' : ` · ${todo}`}`}</Text>
          </View>
        )
      })}
    </Card>
  )
}
