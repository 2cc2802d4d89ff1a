import type { Id } from '#domain/kernel/id'
import { useDistrict } from '../../platform/use-district'
import { Pill, Pills } from '../../ui/pill'
import { Text } from '../../ui/text'

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
      <Pills>
        <Pill
          word="各行业"
          role="checkbox"
          on={value === null}
          disabled={disabled}
          onTap={() => {
            onChange(null)
          }}
        />
        {trades.map(({ id, name }) => (
          <Pill
            key={id}
            word={name}
            role="checkbox"
            on={value?.includes(id) === true}
            disabled={disabled}
            onTap={() => {
              toggle(id)
            }}
          />
        ))}
      </Pills>
    </>
  )
}
