/** The shop's code in what a scanner reads: a page's path with its scene, a link, or the bare code. */
export const shopCodeIn = (text: string): string | null => {
  const [, found] = /[?&](?:scene|code)=([^&\s]+)/.exec(text) ?? []
  if (found !== undefined) return decodeURIComponent(found)
  return /^[A-Za-z0-9_-]{8,64}$/.test(text.trim()) ? text.trim() : null
}
