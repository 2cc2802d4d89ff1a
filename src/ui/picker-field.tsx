import { Picker, View } from '@tarojs/components'
import { described } from './described'
import { Field } from './field'

interface Props {
  readonly name: string
  readonly options: readonly string[]
  /** -1: nothing chosen yet */
  readonly at: number
  readonly onChange: (at: number) => void
  readonly hint?: string
  readonly disabled?: boolean
}

/** One answer from the platform's own wheel. */
export const PickerField = ({ name, options, at, onChange, hint = '请选择', disabled = false }: Props) => {
  const shown = options[at] ?? hint
  const off = disabled || options.length === 0
  return (
    <Picker
      mode="selector"
      range={[...options]}
      value={Math.max(0, at)}
      disabled={off}
      onChange={({ detail }) => {
        onChange(Number(detail.value))
      }}
    >
      <View {...described({ role: 'button', label: `${name}：${shown}`, disabled: off })}>
        <Field name={name} value={shown} onward />
      </View>
    </Picker>
  )
}
