import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { described, keyed } from './described'
import sheet from './tappable.module.scss'

const cx = classes(sheet)

interface Props {
  readonly label: string
  readonly onTap: () => void
  readonly children: ReactNode
  readonly className?: string
  readonly disabled?: boolean
  readonly role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab'
  readonly selected?: boolean
}

/** Everything that is tapped and is not a control of the platform's own. */
export const Tappable = ({
  label,
  onTap,
  children,
  className = '',
  disabled = false,
  role = 'button',
  selected,
}: Props) => {
  const on = selected === true
  const state =
    role === 'radio' || role === 'checkbox' || role === 'switch'
      ? { checked: on }
      : role === 'tab'
        ? { selected: on }
        : {}
  const tap = () => {
    if (!disabled) onTap()
  }
  return (
    <View
      {...described({ role, label, disabled, ...state })}
      {...keyed(tap)}
      className={`${cx('tappable')} ${className}`}
      hoverClass={disabled ? 'none' : cx('pressed')}
      onClick={tap}
    >
      {children}
    </View>
  )
}
