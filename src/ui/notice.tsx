import { View } from '@tarojs/components'
import { classes } from './classes'
import { described } from './described'
import { Icon, type IconName } from './icon'
import sheet from './notice.module.scss'

const cx = classes(sheet)

interface Props {
  readonly words: string
  readonly tone?: 'bad' | 'warn' | 'info'
  readonly icon?: IconName
}

/** One sentence that matters, where the eye is; what went wrong is read out at once. */
export const Notice = ({ words, tone = 'bad', icon = 'warn' }: Props) => (
  <View {...described({ role: tone === 'bad' ? 'alert' : 'status' })} className={cx('notice', tone)}>
    <Icon name={icon} size="small" />
    <View className={cx('words')}>{words}</View>
  </View>
)
