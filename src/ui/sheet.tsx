import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { described } from './described'
import { useDialog } from './dialog'
import { Icon } from './icon'
import sheet from './sheet.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface Props {
  readonly title: string
  readonly onClose: () => void
  /** while its answer is on the way it stays */
  readonly held?: boolean
  readonly children: ReactNode
}

/** A panel from the bottom edge for one question; never over another one. */
export const Sheet = ({ title, onClose, held = false, children }: Props) => {
  const dialog = useDialog(held ? null : onClose)
  return (
    <View className={cx('layer')}>
      <View className={cx('shade')} {...(held ? {} : { onClick: onClose })} />
      <View {...described({ role: 'dialog', label: title })} {...dialog} className={cx('panel')}>
        <View className={cx('head')}>
          <View className={cx('title')}>{title}</View>
          <Tappable label="关闭" className={cx('close')} disabled={held} onTap={onClose}>
            <Icon name="close" />
          </Tappable>
        </View>
        {children}
      </View>
    </View>
  )
}
