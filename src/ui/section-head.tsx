import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import sheet from './section-head.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface Props {
  readonly title: string
  readonly onwardWord: string
  readonly onTap: () => void
}

/** Names what follows, and leads to all of it. */
export const SectionHead = ({ title, onwardWord, onTap }: Props) => (
  <View className={cx('head')}>
    <View className={cx('title')}>{title}</View>
    <Tappable label={onwardWord} role="link" className={cx('onward')} onTap={onTap}>
      <View>{onwardWord}</View>
      <Icon name="right" size="small" />
    </Tappable>
  </View>
)
