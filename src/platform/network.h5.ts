export const onNetworkBack = (tell: () => void): (() => void) => {
  window.addEventListener('online', tell)
  return () => {
    window.removeEventListener('online', tell)
  }
}
