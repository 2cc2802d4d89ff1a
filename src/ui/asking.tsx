import { Button, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import sheet from './asking.module.scss'
import { classes } from './classes'

const cx = classes(sheet)

/** What WeChat asks a person by a button of its own. */
export type Ask = 'agreePrivacyAuthorization' | 'getPhoneNumber' | 'chooseAvatar'

export interface AskingProps {
  readonly ask: Ask
  readonly label: string
  /** what WeChat says the person answered; the platform reads it */
  readonly onAnswer: (detail: unknown) => void
  readonly children: ReactNode
  readonly className?: string
  readonly disabled?: boolean
  /** by which WeChat finds the button that was tapped */
  readonly id?: string
}

/** WeChat's button lies unseen over a look of ours: its own look can't be taken off it for certain. */
export const Asking = ({
  ask,
  label,
  onAnswer,
  children,
  className = '',
  disabled = false,
  id,
}: AskingProps) => {
  const answer = ({ detail }: { readonly detail: unknown }) => {
    onAnswer(detail)
  }
  return (
    <View className={`${cx('asking')} ${className}`} hoverClass={disabled ? 'none' : cx('pressed')}>
      {children}
      <Button
        {...(id !== undefined && { id })}
        {...{ 'aria-label': label }}
        className={cx('over')}
        openType={ask}
        disabled={disabled}
        {...(ask === 'agreePrivacyAuthorization' && { onAgreePrivacyAuthorization: answer })}
        {...(ask === 'getPhoneNumber' && { onGetPhoneNumber: answer })}
        {...(ask === 'chooseAvatar' && { onChooseAvatar: answer })}
      />
    </View>
  )
}
