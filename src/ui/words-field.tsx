import { Textarea, View } from '@tarojs/components'
import { classes } from './classes'
import { named } from './described'
import sheet from './words-field.module.scss'

const cx = classes(sheet)

interface Props {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly most: number
  readonly onChange: (words: string) => void
  readonly disabled?: boolean
  readonly boxed?: boolean
  /** for many lines */
  readonly tall?: boolean
  /** WeChat needs to know when it stands in a fixed layer */
  readonly fixed?: boolean
}

export const WordsField = ({
  label,
  hint,
  value,
  most,
  onChange,
  disabled = false,
  boxed = false,
  tall = false,
  fixed = false,
}: Props) => (
  <View className={cx('wrap', boxed && 'boxed')}>
    <Textarea
      {...named(label)}
      className={cx('words', tall && 'tall')}
      value={value}
      placeholder={hint}
      placeholderClass={cx('hint')}
      maxlength={most}
      fixed={fixed}
      disabled={disabled}
      disableDefaultPadding
      onInput={({ detail }) => {
        onChange(detail.value)
      }}
    />
    <View className={cx('count')}>{`${String(value.length)}/${String(most)}`}</View>
  </View>
)
