export const onVisibility = (tell: (visible: boolean) => void): (() => void) => {
  const changed = () => {
    tell(!document.hidden)
  }
  document.addEventListener('visibilitychange', changed)
  return () => {
    document.removeEventListener('visibilitychange', changed)
  }
}
