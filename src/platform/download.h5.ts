import { within, UPLOAD_TIMEOUT } from './wire'

/** Fetched first, so that a file that is gone is said here and opens no page of its own. */
export const openWorkbook = async (url: string, name: string): Promise<boolean> => {
  try {
    const response = await within(UPLOAD_TIMEOUT, fetch(url))
    if (!response.ok) return false
    const address = URL.createObjectURL(await within(UPLOAD_TIMEOUT, response.blob()))
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => {
      URL.revokeObjectURL(address)
    }, UPLOAD_TIMEOUT)
    return true
  } catch {
    return false
  }
}
