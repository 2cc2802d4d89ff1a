import { View } from '@tarojs/components'
import { classes } from './classes'
import { described } from './described'
import sheet from './progress.module.scss'
import { Text } from './text'

const cx = classes(sheet)

interface Props {
  readonly words: string
  /** 0 to 1 */
  readonly part: number
}

/** How far something has come: the words carry it, the bar shows it. */
export const Progress = ({ words, part }: Props) => (
  <View {...described({ role: 'status', label: words })}>
    <Text as="small">{words}</Text>
    <View className={cx('track')} aria-hidden>
      <View className={cx('done')} style={{ width: `${String(Math.round(Math.min(1, part) * 100))}%` }} />
    </View>
  </View>
)
