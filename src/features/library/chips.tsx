import { View } from '@tarojs/components'
import { classes } from '../../ui/classes'
import { described } from '../../ui/described'
import { Icon } from '../../ui/icon'
import { Tappable } from '../../ui/tappable'
import sheet from './library.module.scss'

const cx = classes(sheet)

interface Props<V extends string> {
  readonly label: string
  readonly options: readonly (readonly [value: V | null, word: string])[]
  readonly value: V | null
  readonly onChange: (value: V | null) => void
}

/** One of a few, side by side; `null` is everything. */
export const Chips = <V extends string>({ label, options, value, onChange }: Props<V>) => (
  <View {...described({ role: 'radiogroup', label })} className={cx('chips')}>
    {options.map(([option, word]) => (
      <Tappable
        key={option ?? ''}
        label={word}
        role="radio"
        selected={option === value}
        className={cx('chip', option === value && 'chosen')}
        onTap={() => {
          onChange(option)
        }}
      >
        {option === value && <Icon name="check" size="small" />}
        <View>{word}</View>
      </Tappable>
    ))}
  </View>
)
