import type { AskingProps } from './asking'
import { Tappable } from './tappable'

export type { Ask } from './asking'

/** A browser has no such buttons: the tap itself is the answer, and says nothing more. */
export const Asking = ({ label, onAnswer, children, className = '', disabled = false }: AskingProps) => (
  <Tappable
    label={label}
    className={className}
    disabled={disabled}
    onTap={() => {
      onAnswer(null)
    }}
  >
    {children}
  </Tappable>
)
