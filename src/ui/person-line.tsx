import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Avatar } from './avatar'
import { Row } from './row'
import { Text } from './text'

interface Props {
  readonly name: string
  /** what this person is to the reader, and when they can be reached */
  readonly note: string
  readonly avatar?: string | null
  /** what can be done with this person: one button */
  readonly children?: ReactNode
}

/** A named person: who, in which capacity, and the way to them. */
export const PersonLine = ({ name, note, avatar = null, children }: Props) => (
  <Row wrap>
    <Avatar url={avatar} name={name} small />
    <View style="flex:1 1 7em;min-width:0">
      <Text as="strong">{name}</Text>
      <Text as="small">{note}</Text>
    </View>
    {children !== undefined && <View style="flex:none;margin-left:auto">{children}</View>}
  </Row>
)
