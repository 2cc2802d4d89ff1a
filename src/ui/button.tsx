import { View } from '@tarojs/components'
import { Asking, type Ask } from './asking'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import sheet from './button.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface Props {
  readonly word: string
  /** where WeChat's own button asks, what it was answered; nothing in a browser */
  readonly onTap: (answer?: unknown) => void
  readonly kind?: 'primary' | 'soft' | 'plain'
  readonly icon?: IconName
  readonly small?: boolean
  readonly busy?: boolean
  /** what is shown while busy */
  readonly busyWord?: string
  /** why it can't be tapped now; shown beside it */
  readonly blocked?: string | null
  /** WeChat's own button of this kind does it */
  readonly ask?: Ask
  readonly id?: string
}

export const Button = ({
  word,
  onTap,
  kind = 'primary',
  icon,
  small = false,
  busy = false,
  busyWord = '请稍候',
  blocked = null,
  ask,
  id,
}: Props) => {
  const shown = busy ? busyWord : word
  const disabled = busy || blocked !== null
  const className = cx('button', kind, small && 'small', disabled && 'off')
  const inside = (
    <>
      {icon !== undefined && !busy && <Icon name={icon} />}
      <View>{shown}</View>
    </>
  )
  return (
    <View className={cx('wrap')}>
      {ask === undefined ? (
        <Tappable
          label={shown}
          disabled={disabled}
          className={className}
          onTap={() => {
            onTap()
          }}
        >
          {inside}
        </Tappable>
      ) : (
        <Asking
          ask={ask}
          label={shown}
          disabled={disabled}
          className={className}
          onAnswer={onTap}
          {...(id !== undefined && { id })}
        >
          {inside}
        </Asking>
      )}
      {blocked !== null && <View className={cx('why')}>{blocked}</View>}
    </View>
  )
}
