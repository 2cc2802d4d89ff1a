const letGo = (event: TouchEvent): void => {
  event.preventDefault()
}

/** What runs when something is held down. Letting go must not tap what has opened under the finger meanwhile. */
export const onHold = (run: () => void) => ({
  onLongPress: () => {
    document.addEventListener('touchend', letGo, { capture: true, once: true, passive: false })
    run()
  },
})
