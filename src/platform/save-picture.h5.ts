import { UPLOAD_TIMEOUT, within } from './wire'

export const savePicture = async (url: string, name: string): Promise<boolean> => {
  try {
    const response = await within(UPLOAD_TIMEOUT, fetch(url))
    if (!response.ok) return false
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = `${name}.png`
    link.click()
    URL.revokeObjectURL(link.href)
    return true
  } catch {
    return false
  }
}
