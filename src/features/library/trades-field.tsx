import { View } from '@tarojs/components'
import type { Id } from '#domain/kernel/id'
import { useDistrict } from '../../platform/use-district'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/icon'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import sheet from './library.module.scss'

const cx = classes(sheet)

interface OneProps {
  readonly word: string
  readonly on: boolean
  readonly disabled: boolean
  readonly onTap: () => void
}

const One = ({ word, on, disabled, onTap }: OneProps) => (
  <Tappable
    label={word}
    role="checkbox"
    selected={on}
    disabled={disabled}
    className={cx('chip', on && 'chosen')}
    onTap={onTap}
  >
    {on && <Icon name="check" size="small" />}
    <View>{word}</View>
  </Tappable>
)

interface Props {
  readonly value: readonly Id<'trade'>[] | null
  readonly disabled: boolean
  readonly onChange: (trades: readonly Id<'trade'>[] | null) => void
}

/** For all trades, or for some. */
export const TradesField = ({ value, disabled, onChange }: Props) => {
  const { trades = [] } = useDistrict().data ?? {}
  const toggle = (id: Id<'trade'>) => {
    const now = value ?? []
    const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id]
    onChange(next.length === 0 ? null : next)
  }
  return (
    <>
      <Text as="strong">给哪些行业看</Text>
      <View className={cx('chips')}>
        <One
          word="各行业"
          on={value === null}
          disabled={disabled}
          onTap={() => {
            onChange(null)
          }}
        />
        {trades.map(({ id, name }) => (
          <One
            key={id}
            word={name}
            on={value?.includes(id) === true}
            disabled={disabled}
            onTap={() => {
              toggle(id)
            }}
          />
        ))}
      </View>
    </>
  )
}
