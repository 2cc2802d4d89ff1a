import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import sheet from './button.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface Props {
  readonly word: string
  readonly onTap: () => void
  readonly kind?: 'primary' | 'soft' | 'plain'
  readonly icon?: IconName
  readonly small?: boolean
  readonly busy?: boolean
  /** what is shown while busy */
  readonly busyWord?: string
  /** why it can't be tapped now; shown beside it */
  readonly blocked?: string | null
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
}: Props) => {
  const shown = busy ? busyWord : word
  return (
    <View className={cx('wrap')}>
      <Tappable
        label={shown}
        disabled={busy || blocked !== null}
        className={cx('button', kind, small && 'small', (busy || blocked !== null) && 'off')}
        onTap={onTap}
      >
        {icon !== undefined && !busy && <Icon name={icon} />}
        <View>{shown}</View>
      </Tappable>
      {blocked !== null && <View className={cx('why')}>{blocked}</View>}
    </View>
  )
}
