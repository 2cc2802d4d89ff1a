import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import sheet from './choice.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface Props {
  readonly word: string
  readonly note?: string
  readonly on: boolean
  readonly disabled?: boolean
  /** several may be on */
  readonly many?: boolean
  readonly onTap: () => void
}

/** One of several answers; the chosen one has a mark, not only a colour. */
export const Choice = ({ word, note, on, disabled = false, many = false, onTap }: Props) => (
  <Tappable
    label={note === undefined ? word : `${word}，${note}`}
    role={many ? 'checkbox' : 'radio'}
    selected={on}
    disabled={disabled}
    className={cx('choice', on && 'on')}
    onTap={onTap}
  >
    <View className={cx('words')}>
      <View>{word}</View>
      {note !== undefined && <View className={cx('note')}>{note}</View>}
    </View>
    {on && <Icon name="check" />}
  </Tappable>
)
