import { View } from '@tarojs/components'
import { circularLimits } from '#domain/circular'
import { classes } from '../../ui/classes'
import { InputLine } from '../../ui/input-line'
import { TextLink } from '../../ui/text-link'
import sheet from './circular.module.scss'

const cx = classes(sheet)

interface Props {
  readonly items: readonly string[]
  readonly onChange: (items: readonly string[]) => void
}

/** The lines of a self-check, one field each; an empty one is left out. */
export const ItemLines = ({ items, onChange }: Props) => (
  <>
    {items.map((item, at) => (
      <View key={at} className={cx('line')}>
        <View className={cx('number')}>{`${String(at + 1)}.`}</View>
        <View className={cx('field')}>
          <InputLine
            label={`自查第 ${String(at + 1)} 条`}
            hint="例如：毛巾一客一换"
            value={item}
            most={circularLimits.item}
            onChange={(words) => {
              onChange(items.map((one, place) => (place === at ? words.replace(/\n/g, ' ') : one)))
            }}
          />
        </View>
      </View>
    ))}
    {items.length < circularLimits.items && (
      <TextLink
        word="加一条自查"
        onTap={() => {
          onChange([...items, ''])
        }}
      />
    )}
  </>
)
