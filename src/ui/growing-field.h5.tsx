import { useLayoutEffect, useRef } from 'react'
import { classes } from './classes'
import type { GrowingFieldProps } from './growing-field'
import sheet from './growing-field.module.scss'

const cx = classes(sheet)

/** Under a thumb the enter key breaks the line; at a desk it sends, with shift it breaks the line. */
const atDesk = (): boolean => window.matchMedia('(pointer: fine)').matches

export const GrowingField = ({ label, hint, value, most, onChange, onSend }: GrowingFieldProps) => {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${String(element.scrollHeight)}px`
  }, [value])
  return (
    <div className={cx('field')}>
      <textarea
        ref={field}
        aria-label={label}
        className={cx('words')}
        rows={1}
        value={value}
        placeholder={hint}
        maxLength={most}
        onChange={({ target }) => {
          onChange(target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !atDesk()) return
          event.preventDefault()
          onSend()
        }}
      />
    </div>
  )
}
