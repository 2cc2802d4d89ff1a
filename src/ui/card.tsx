import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import sheet from './card.module.scss'

const cx = classes(sheet)

interface Props {
  readonly children: ReactNode
  readonly title?: string
  /** at the end of the title's line */
  readonly aside?: ReactNode
}

export const Card = ({ children, title, aside }: Props) => (
  <View className={cx('card')}>
    {title !== undefined && (
      <View className={cx('head')}>
        <View className={cx('title')}>{title}</View>
        {aside}
      </View>
    )}
    {children}
  </View>
)
