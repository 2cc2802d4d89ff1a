import { useEffect, useId, useRef } from 'react'

const reachable = 'input:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

/** Tab goes round within the panel. */
const keepWithin = (panel: HTMLElement, event: KeyboardEvent) => {
  const all = [...panel.querySelectorAll<HTMLElement>(reachable)].filter(
    (one) => one.getClientRects().length > 0,
  )
  const at = all.findIndex((one) => one === document.activeElement)
  const last = all.length - 1
  if (event.shiftKey ? at > 0 : at >= 0 && at < last) return
  event.preventDefault()
  all[event.shiftKey ? last : 0]?.focus()
}

/** The keyboard moves into the panel, stays within, leaves by Escape, and is back where it was once the panel is gone. */
export const useDialog = (onClose: (() => void) | null): Readonly<Record<string, unknown>> => {
  const id = `dialog-${useId()}`
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const opener = document.activeElement
    const panel = document.getElementById(id)
    // The page's elements put their children in anew once they have come to life, and what has the focus then loses it.
    let left = 10
    let frame = 0
    const takeFocus = () => {
      if (panel && !panel.contains(document.activeElement)) panel.focus({ preventScroll: true })
      left -= 1
      if (left > 0) frame = requestAnimationFrame(takeFocus)
    }
    takeFocus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current?.()
      if (event.key === 'Tab' && panel) keepWithin(panel, event)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('keydown', onKey)
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [id])
  return { id, tabIndex: -1, 'aria-modal': true }
}
