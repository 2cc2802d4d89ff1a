import { View } from '@tarojs/components'
import { classes } from './classes'
import { described } from './described'
import sheet from './segments.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface Props<V extends string> {
  /** what the choice is about, for whoever hears it */
  readonly label: string
  readonly options: readonly (readonly [value: V, word: string])[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** What one line of large type does not hold stands in even lines there. */
const shapeOf = (words: readonly string[]): 'many' | 'crowded' | false => {
  if (words.length > 4) return 'many'
  return words.length === 4 && words.join('').length > 14 && 'crowded'
}

export const Segments = <V extends string>({ label, options, value, onChange }: Props<V>) => (
  <View
    {...described({ role: 'tablist', label })}
    className={cx('segments', shapeOf(options.map(([, word]) => word)))}
  >
    {options.map(([option, word]) => (
      <Tappable
        key={option}
        label={word}
        role="tab"
        selected={option === value}
        className={cx('segment', option === value && 'on')}
        onTap={() => {
          onChange(option)
        }}
      >
        {word}
      </Tappable>
    ))}
  </View>
)
