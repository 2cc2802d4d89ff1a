/** A code as an address or WeChat's scene carries it; half of an escape is no reason to show nothing. */
export const codeFrom = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The shop's code in what a scanner reads: a page's path with its scene, a link, or the bare code. */
export const shopCodeIn = (text: string): string | null => {
  const [, found] = /[?&](?:scene|code)=([^&\s]+)/.exec(text) ?? []
  if (found !== undefined) return codeFrom(found)
  return /^[A-Za-z0-9_-]{8,64}$/.test(text.trim()) ? text.trim() : null
}
