import { Pill, Pills } from '../../ui/pill'

interface Props<V extends string> {
  readonly label: string
  readonly options: readonly (readonly [value: V | null, word: string])[]
  readonly value: V | null
  readonly onChange: (value: V | null) => void
}

/** One of a few, side by side; `null` is everything. */
export const Chips = <V extends string>({ label, options, value, onChange }: Props<V>) => (
  <Pills label={label}>
    {options.map(([option, word]) => (
      <Pill
        key={option ?? ''}
        word={word}
        role="radio"
        on={option === value}
        onTap={() => {
          onChange(option)
        }}
      />
    ))}
  </Pills>
)
