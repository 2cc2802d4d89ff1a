/** What runs when something is held down. Letting go must not tap what has opened under the finger meanwhile. */
export const onHold = (run: () => void) => ({
  onLongPress: () => {
    const lifted = new AbortController()
    const letGo = (event: TouchEvent): void => {
      if (event.cancelable) event.preventDefault()
      lifted.abort()
    }
    // A finger that is taken for something else is gone too: the next one's tap is its own.
    for (const end of ['touchend', 'touchcancel'] as const)
      document.addEventListener(end, letGo, { capture: true, passive: false, signal: lifted.signal })
    run()
  },
})
