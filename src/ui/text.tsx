import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import sheet from './text.module.scss'

const cx = classes(sheet)

interface Props {
  readonly children: ReactNode
  readonly as?: 'title' | 'head' | 'body' | 'strong' | 'small' | 'note'
  readonly centred?: boolean
}

export const Text = ({ children, as = 'body', centred = false }: Props) => (
  <View className={cx(as, centred && 'centred')}>{children}</View>
)
