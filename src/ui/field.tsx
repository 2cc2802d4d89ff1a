import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import sheet from './field.module.scss'
import { Icon, type IconName } from './icon'

const cx = classes(sheet)

interface Props {
  readonly name: string
  readonly value: ReactNode
  readonly icon?: IconName
  readonly onward?: boolean
}

/** One line of a form or a setting: its name, its value, and a mark that it leads on. */
export const Field = ({ name, value, icon, onward = false }: Props) => (
  <View className={cx('field')}>
    <View className={cx('name')}>{name}</View>
    <View className={cx('value')}>
      {icon !== undefined && <Icon name={icon} size="small" />}
      <View className={cx('words')}>{value}</View>
      {onward && <Icon name="right" size="small" />}
    </View>
  </View>
)

export const Hairline = () => <View className={cx('hairline')} />
