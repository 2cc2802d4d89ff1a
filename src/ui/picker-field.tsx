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
  return (
    <Picker
      mode="selector"
      range={[...options]}
      value={Math.max(0, at)}
      disabled={disabled || options.length === 0}
      onChange={({ detail }) => {
        onChange(Number(detail.value))
      }}
    >
      <View {...described({ role: 'button', label: `${name}：${shown}` })}>
        <Field name={name} value={shown} onward />
      </View>
    </Picker>
  )
}
