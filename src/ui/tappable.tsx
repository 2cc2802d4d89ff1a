import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import sheet from './tappable.module.scss'
import { classes } from './classes'

const cx = classes(sheet)

interface Props {
  readonly label: string
  readonly onTap: () => void
  readonly children: ReactNode
  readonly className?: string
  readonly disabled?: boolean
  readonly role?: 'button' | 'link' | 'radio' | 'tab'
  readonly selected?: boolean
}

/** Everything that is tapped and is not a control of the platform's own. */
export const Tappable = ({ label, onTap, children, className = '', disabled = false, role = 'button', selected }: Props) => {
  const state = role === 'radio' ? { 'aria-checked': selected === true } : role === 'tab' ? { 'aria-selected': selected === true } : {}
  const described = { role, 'aria-label': label, 'aria-disabled': disabled, ...state }
  return (
    <View
      {...described}
      className={`${cx('tappable')} ${className}`}
      hoverClass={disabled ? 'none' : cx('pressed')}
      hoverStayTime={70}
      onClick={() => {
        if (!disabled) onTap()
      }}
    >
      {children}
    </View>
  )
}
