import { Textarea, View } from '@tarojs/components'
import { classes } from './classes'
import { named } from './described'
import sheet from './growing-field.module.scss'

const cx = classes(sheet)

export interface GrowingFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly most: number
  readonly onChange: (words: string) => void
  /** by the enter key, at a desk */
  readonly onSend: () => void
  /** how much of the screen the keyboard takes, in pixels; a browser makes room itself */
  readonly onKeyboard: (height: number) => void
}

/** A field that grows with what is written in it, up to five lines. */
export const GrowingField = ({ label, hint, value, most, onChange, onKeyboard }: GrowingFieldProps) => (
  <View className={cx('field')}>
    <Textarea
      {...named(label)}
      className={cx('words')}
      value={value}
      placeholder={hint}
      placeholderClass={cx('hint')}
      maxlength={most}
      autoHeight
      fixed
      showConfirmBar={false}
      disableDefaultPadding
      adjustPosition={false}
      onKeyboardHeightChange={({ detail }) => {
        onKeyboard(detail.height)
      }}
      onInput={({ detail }) => {
        onChange(detail.value)
      }}
    />
  </View>
)
