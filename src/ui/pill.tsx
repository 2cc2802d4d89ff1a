import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { described } from './described'
import { Icon } from './icon'
import sheet from './pill.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface PillProps {
  readonly word: string
  /** one of several that exclude each other, or one that stands for itself */
  readonly role: 'radio' | 'checkbox'
  readonly on: boolean
  readonly disabled?: boolean
  readonly onTap: () => void
}

/** One of a few short words side by side. */
export const Pill = ({ word, role, on, disabled = false, onTap }: PillProps) => (
  <Tappable
    label={word}
    role={role}
    selected={on}
    disabled={disabled}
    className={cx('pill', on && 'on')}
    onTap={onTap}
  >
    {on && <Icon name="check" size="small" />}
    <View>{word}</View>
  </Tappable>
)

/** What a list is narrowed by: it goes with one tap. */
export const DropPill = ({ word, onDrop }: { readonly word: string; readonly onDrop: () => void }) => (
  <Tappable label={`去掉：${word}`} className={cx('pill', 'on')} onTap={onDrop}>
    <View>{word}</View>
    <Icon name="close" size="small" />
  </Tappable>
)

interface PillsProps {
  /** of a group in which one is chosen */
  readonly label?: string
  readonly children: ReactNode
}

export const Pills = ({ label, children }: PillsProps) => (
  <View {...(label !== undefined && described({ role: 'radiogroup', label }))} className={cx('pills')}>
    {children}
  </View>
)
