import { View } from '@tarojs/components'
import { classes } from './classes'
import { described } from './described'
import sheet from './skeleton.module.scss'

const cx = classes(sheet)

/** Holds the place of cards that are on their way, in their size. */
export const Skeleton = ({ cards, tall = false }: { readonly cards: number; readonly tall?: boolean }) => (
  <View {...described({ role: 'status', label: '正在打开' })} className={cx('skeleton')}>
    {Array.from({ length: cards }, (_, index) => (
      <View key={index} className={cx('card', tall && 'tall')}>
        <View className={cx('line', 'short')} />
        <View className={cx('line')} />
        <View className={cx('line', 'half')} />
      </View>
    ))}
  </View>
)
