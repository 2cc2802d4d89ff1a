const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-disabled': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
}

/** The components that carry aria attributes here; '' is Taro's way to say "no default". */
export const ariaComponents = {
  View: attributes,
  Image: { 'aria-label': '', 'aria-hidden': '' },
  Button: { 'aria-label': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
