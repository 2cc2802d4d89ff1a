import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import sheet from './scroller.module.scss'

const cx = classes(sheet)

export interface ScrollerProps {
  readonly id: string
  /** what is listed, for whoever hears it */
  readonly label: string
  /** how far it is scrolled, how high all of it is, and how much is seen (null: WeChat does not say); pixels */
  readonly onScroll: (top: number, full: number, seen: number | null) => void
  readonly children: ReactNode
}

/** A long list that scrolls by itself, between what stands above and below it. */
export const Scroller = ({ id, label, onScroll, children }: ScrollerProps) => (
  <ScrollView
    id={id}
    {...{ 'aria-label': label }}
    className={cx('scroller')}
    scrollY
    enhanced
    scrollAnchoring
    showScrollbar={false}
    onScroll={({ detail }) => {
      onScroll(detail.scrollTop, detail.scrollHeight, null)
    }}
  >
    <View>{children}</View>
  </ScrollView>
)
