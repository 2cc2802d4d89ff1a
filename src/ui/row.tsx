import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import sheet from './row.module.scss'

const cx = classes(sheet)

interface Props {
  readonly children: ReactNode
  readonly apart?: boolean
  readonly wrap?: boolean
  /** buttons of which one may have its reason beneath */
  readonly top?: boolean
}

export const Row = ({ children, apart = false, wrap = false, top = false }: Props) => (
  <View className={cx('row', apart && 'apart', wrap && 'wrap', top && 'top')}>{children}</View>
)
