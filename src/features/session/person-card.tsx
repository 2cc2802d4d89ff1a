import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Session } from '#domain/contract/session'
import { Avatar } from '../../ui/avatar'
import { Asking } from '../../ui/asking'
import { Card } from '../../ui/card'
import { Hairline } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { NameSheet } from './name-sheet'
import { PhoneField } from './phone-field'
import { usePortrait } from './use-portrait'

interface Props {
  readonly session: Session
  readonly onOffers: () => void
}

/** Who I am here: picture and name by WeChat's own controls, the phone by its button. */
export const PersonCard = ({ session: { person, districtName }, onOffers }: Props) => {
  const [naming, setNaming] = useState(false)
  const portrait = usePortrait()
  return (
    <Card>
      <Row wrap>
        <Asking
          ask="chooseAvatar"
          label={portrait.busy ? '正在换头像' : '换头像'}
          disabled={portrait.busy}
          onAnswer={portrait.change}
        >
          <Avatar url={person.avatar} name={person.name} />
        </Asking>
        <View style="flex:1 1 5em;min-width:0">
          <Text as="title">{person.name === '' ? '您好' : person.name}</Text>
          <Text as="small">{portrait.busy ? '正在换头像' : districtName}</Text>
        </View>
        <TextLink
          word={person.name === '' ? '写称呼' : '改称呼'}
          onTap={() => {
            setNaming(true)
          }}
        />
      </Row>
      {portrait.trouble !== null && <Notice words={portrait.trouble} />}
      <Hairline />
      <PhoneField phone={person.phone} onOffers={onOffers} />
      {naming && (
        <NameSheet
          name={person.name}
          onClose={() => {
            setNaming(false)
          }}
        />
      )}
    </Card>
  )
}
