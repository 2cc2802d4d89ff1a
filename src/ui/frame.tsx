import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useAppearance } from './appearance'
import { classes } from './classes'
import sheet from './frame.module.scss'

const cx = classes(sheet)

interface Props {
  readonly top?: ReactNode
  /** a `Scroller` */
  readonly children: ReactNode
  readonly foot?: ReactNode
  /** lies over everything: a sheet */
  readonly over?: ReactNode
}

/** The root of a page that fills the screen and scrolls only in its middle. */
export const Frame = ({ top, children, foot, over }: Props) => {
  const { elder } = useAppearance()
  return (
    <View className={cx('frame', elder && 'elder')}>
      {top !== undefined && <View className={cx('top')}>{top}</View>}
      {children}
      {foot !== undefined && <View className={cx('foot')}>{foot}</View>}
      {over}
    </View>
  )
}
