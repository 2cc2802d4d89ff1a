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

/** Lines break between facts, never before the dot, between a number and what it counts, or before an hour. */
const bound = (children: ReactNode): ReactNode =>
  typeof children === 'string'
    ? children.replace(/ (?=· |\d\d:\d\d)/g, '\u00a0').replace(/(\d) (?=[\u4e00-\u9fff])/g, '$1\u00a0')
    : children

export const Text = ({ children, as = 'body', centred = false }: Props) => (
  <View className={cx(as, centred && 'centred')}>{bound(children)}</View>
)
