import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import sheet from './timeline.module.scss'

const cx = classes(sheet)

interface LineProps {
  readonly title: string
  readonly note: string
  readonly current?: boolean
  readonly children?: ReactNode
}

export const TimelineStep = ({ title, note, current = false, children }: LineProps) => (
  <View className={cx('step', current && 'current')}>
    <View className={cx('title')}>{title}</View>
    <View className={cx('note')}>{note}</View>
    {children}
  </View>
)

/** Newest on top; the step that comes next is the current one. */
export const Timeline = ({ children }: { readonly children: ReactNode }) => (
  <View className={cx('timeline')}>{children}</View>
)
