/** `?elder` in the address stands for the phone's large-type setting. */
export const prefersLargeText = (): boolean =>
  new URLSearchParams(window.location.search).has('elder') || /[?&]elder\b/.test(window.location.hash)

/** Title and tab bar stand outside the pages: they hear of the size here. */
export const sizeFrame = (large: boolean): void => {
  document.documentElement.classList.toggle('elder-frame', large)
}
