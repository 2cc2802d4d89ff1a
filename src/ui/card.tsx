import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { described } from './described'
import sheet from './card.module.scss'

const cx = classes(sheet)

interface Props {
  readonly children: ReactNode
  readonly title?: string
  /** at the end of the title's line */
  readonly aside?: ReactNode
  /** says that something went through: read out */
  readonly told?: boolean
}

export const Card = ({ children, title, aside, told = false }: Props) => (
  <View {...(told && described({ role: 'status' }))} className={cx('card')}>
    {title !== undefined && (
      <View className={cx('head')}>
        <View className={cx('title')}>{title}</View>
        {aside}
      </View>
    )}
    {children}
  </View>
)
