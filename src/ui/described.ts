export interface Description {
  readonly role?:
    | 'button'
    | 'link'
    | 'radio'
    | 'checkbox'
    | 'switch'
    | 'tab'
    | 'tablist'
    | 'radiogroup'
    | 'dialog'
    | 'alert'
    | 'status'
  readonly label?: string
  readonly disabled?: boolean
  readonly checked?: boolean
  readonly selected?: boolean
}

/** What a screen reader is told, in WeChat's attributes; absent facts send nothing. */
export const described = ({
  role,
  label,
  disabled,
  checked,
  selected,
}: Description): Readonly<Record<string, unknown>> => ({
  ...(role !== undefined && { 'aria-role': role }),
  ...(label !== undefined && { 'aria-label': label }),
  ...(disabled === true && { 'aria-disabled': true }),
  ...(checked !== undefined && { 'aria-checked': checked }),
  ...(selected !== undefined && { 'aria-selected': selected }),
})

/** WeChat's screen readers tap by themselves. */
export const keyed: (onTap: () => void) => Readonly<Record<string, unknown>> = () => ({})

/** For a control that is one element in WeChat and wraps another in the browser. */
export const named = (label: string): Readonly<Record<string, unknown>> => ({ 'aria-label': label })

/** A picture that says nothing its neighbours don't. */
export const decorative: Readonly<Record<string, unknown>> = { 'aria-hidden': true }
