import { View } from '@tarojs/components'
import { classes } from './classes'
import sheet from './chip.module.scss'
import { Icon, type IconName } from './icon'

const cx = classes(sheet)

export type Tone = 'brand' | 'info' | 'warn' | 'bad' | 'good' | 'mute'

interface Props {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

/** A state: colour, icon and word together. */
export const Chip = ({ tone, icon, word }: Props) => (
  <View className={cx('chip', tone)}>
    <Icon name={icon} size="small" />
    <View>{word}</View>
  </View>
)
