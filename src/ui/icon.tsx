import { View } from '@tarojs/components'
import { classes } from './classes'
import sheet from './icon.module.scss'

const cx = classes(sheet)

export type IconName =
  | 'home'
  | 'camera'
  | 'check'
  | 'clock'
  | 'warn'
  | 'pin'
  | 'plus'
  | 'close'
  | 'right'
  | 'phone'
  | 'list'
  | 'chat'
  | 'send'
  | 'person'
  | 'shop'
  | 'scan'
  | 'sound'
  | 'mic'
  | 'search'
  | 'mute'
  | 'up'
  | 'down'
  | 'more'

interface Props {
  readonly name: IconName
  readonly size?: 'small' | 'medium' | 'large'
}

/** Takes the colour of the words beside it; the word says what it means. */
export const Icon = ({ name, size = 'medium' }: Props) => (
  <View aria-hidden className={cx('icon', name, size)} />
)
