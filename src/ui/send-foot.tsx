import type { ComponentProps } from 'react'
import { Button } from './button'
import { Notice } from './notice'

interface Props extends Omit<ComponentProps<typeof Button>, 'kind' | 'icon' | 'small'> {
  /** in words why it did not go through */
  readonly failure: string | null
}

/** What stands in a form's foot: the one button, and above it why the last try failed. */
export const SendFoot = ({ failure, ...button }: Props) => (
  <>
    {failure !== null && <Notice words={failure} />}
    <Button {...button} />
  </>
)
