import { View } from '@tarojs/components'
import { classes } from './classes'
import { Tappable } from './tappable'
import sheet from './toggle.module.scss'

const cx = classes(sheet)

interface Props {
  readonly name: string
  readonly note?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off: the whole line answers the finger. */
export const Toggle = ({ name, note, on, onChange }: Props) => (
  <Tappable
    label={name}
    role="switch"
    selected={on}
    className={cx('line')}
    onTap={() => {
      onChange(!on)
    }}
  >
    <View className={cx('words')}>
      <View className={cx('name')}>{name}</View>
      {note !== undefined && <View className={cx('note')}>{note}</View>}
    </View>
    <View className={cx('state')}>{on ? '已打开' : '已关闭'}</View>
    <View className={cx('track', on && 'on')}>
      <View className={cx('knob')} />
    </View>
  </Tappable>
)
