import type { Description } from './described'

export const described = ({
  role,
  label,
  disabled,
  checked,
  selected,
}: Description): Readonly<Record<string, unknown>> => ({
  ...(role !== undefined && { role }),
  ...(label !== undefined && { 'aria-label': label }),
  ...(disabled === true && { 'aria-disabled': true }),
  ...(checked !== undefined && { 'aria-checked': checked }),
  ...(selected !== undefined && { 'aria-selected': selected }),
})

/** A browser's keyboard reaches what a finger reaches. */
export const keyed = (onTap: () => void): Readonly<Record<string, unknown>> => ({
  tabIndex: 0,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onTap()
  },
})

export const named = (label: string): Readonly<Record<string, unknown>> => ({
  nativeProps: { 'aria-label': label },
})

export const decorative: Readonly<Record<string, unknown>> = { nativeProps: { alt: '' } }
