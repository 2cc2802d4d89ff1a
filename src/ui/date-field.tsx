import { Picker, View } from '@tarojs/components'
import { described } from './described'
import { Field } from './field'

interface Props {
  readonly name: string
  /** `2026-11-22`; empty: none chosen */
  readonly value: string
  readonly shown: string
  /** where the wheel stands as long as none is chosen */
  readonly start: string
  /** the wheel turns between these, both with them */
  readonly earliest?: string
  readonly latest?: string
  readonly onChange: (day: string) => void
  readonly disabled?: boolean
}

/** A day from the platform's own wheel. */
export const DateField = ({
  name,
  value,
  shown,
  start,
  earliest,
  latest,
  onChange,
  disabled = false,
}: Props) => (
  <Picker
    mode="date"
    value={value === '' ? start : value}
    {...(earliest !== undefined && { start: earliest })}
    {...(latest !== undefined && { end: latest })}
    disabled={disabled}
    onChange={({ detail }) => {
      onChange(detail.value)
    }}
  >
    <View {...described({ role: 'button', label: `${name}：${shown}` })}>
      <Field name={name} value={shown} onward />
    </View>
  </Picker>
)
