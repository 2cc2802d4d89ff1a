export interface Listener {
  /** the signal's number, first as it stands, then each time it rises */
  readonly number: (n: number) => void
  readonly lost: () => void
}

/** Opens one connection and answers how to close it. */
export type Connect = (listener: Listener) => () => void

/** Tells when the page comes to the front or leaves it; answers how to stop telling. */
export type OnVisibility = (tell: (visible: boolean) => void) => () => void

const FIRST = 1_000
const POLL = 5_000
const SLOWEST = 60_000

/**
 * Keeps one connection while the page is visible, reconnects with growing pauses, and polls meanwhile.
 * `onRise` means "something newer may exist": also told on the first number, since the reader may have read before it.
 */
export const keepWatching = (
  connect: Connect,
  onVisibility: OnVisibility,
  onRise: () => void,
): (() => void) => {
  let seen = -1
  let pause = FIRST
  let close: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    clearTimeout(timer)
    close?.()
    close = null
  }
  const start = () => {
    stop()
    let alive = true
    const end = connect({
      number: (n) => {
        if (!alive) return
        pause = FIRST
        if (n <= seen) return
        seen = n
        onRise()
      },
      lost: () => {
        if (!alive) return
        alive = false
        close = null
        timer = setTimeout(() => {
          if (pause >= POLL) onRise()
          start()
        }, pause)
        pause = Math.min(SLOWEST, pause < POLL ? pause * 2.5 : pause * 1.5)
      },
    })
    close = () => {
      alive = false
      end()
    }
  }
  const unsubscribe = onVisibility((visible) => {
    if (visible) start()
    else stop()
  })
  start()
  return () => {
    unsubscribe()
    stop()
  }
}
