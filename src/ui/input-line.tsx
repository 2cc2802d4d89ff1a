import { Input } from '@tarojs/components'
import { classes } from './classes'
import { named } from './described'
import sheet from './input-line.module.scss'

const cx = classes(sheet)

interface Props {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly most: number
  readonly onChange: (text: string) => void
  /** `nickname` offers the person's WeChat name above the keyboard */
  readonly kind?: 'text' | 'phone' | 'nickname'
  readonly disabled?: boolean
}

const types = { text: 'text', phone: 'number', nickname: 'nickname' } as const

/** One line of text in a form. */
export const InputLine = ({ label, hint, value, most, onChange, kind = 'text', disabled = false }: Props) => (
  <Input
    {...named(label)}
    className={cx('line')}
    type={types[kind]}
    value={value}
    disabled={disabled}
    maxlength={most}
    placeholder={hint}
    placeholderClass={cx('hint')}
    onInput={({ detail }) => {
      onChange(detail.value)
    }}
    // WeChat tells of a nickname that was picked, not typed, only when the field is left.
    {...(kind === 'nickname' && {
      onBlur: ({ detail }: { readonly detail: { readonly value: string } }) => {
        if (detail.value !== value) onChange(detail.value)
      },
    })}
  />
)
