import { classes } from './classes'
import type { ScrollerProps } from './scroller'
import sheet from './scroller.module.scss'

const cx = classes(sheet)

/** What comes new is told elsewhere (`Heard`): rows that are only scrolled into view must not be read out. */
export const Scroller = ({ id, label, onScroll, children }: ScrollerProps) => (
  <div
    id={id}
    role="log"
    aria-live="off"
    aria-label={label}
    tabIndex={0}
    className={cx('scroller')}
    onScroll={({ currentTarget }) => {
      onScroll(currentTarget.scrollTop, currentTarget.scrollHeight, currentTarget.clientHeight)
    }}
  >
    <div>{children}</div>
  </div>
)
