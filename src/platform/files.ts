import Taro from '@tarojs/taro'
import { keepFile } from './saved-file'
import { UPLOAD_TIMEOUT } from './wire'

export type FileChoice =
  | { readonly kind: 'chosen'; readonly id: string; readonly name: string; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed' }

/** From a chat, the one place where WeChat lets a mini-program take files from, up to `largest` bytes; kept until it is dropped. */
export const chooseFile = async (largest: number): Promise<FileChoice> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file' })
    const [file] = tempFiles
    if (!file) return { kind: 'cancelled' }
    if (file.size > largest) return { kind: 'too-large' }
    // A phone without room for it can still send it now.
    const id = (await keepFile(file.path)) ?? file.path
    return { kind: 'chosen', id, name: file.name, bytes: file.size }
  } catch (error) {
    const message =
      typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
    return { kind: message.includes('cancel') ? 'cancelled' : 'failed' }
  }
}

/** Fetches a file and shows it in WeChat's own viewer; false where that failed. */
export const openFile = async (url: string, _name: string): Promise<boolean> => {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url, timeout: UPLOAD_TIMEOUT })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
    return true
  } catch {
    return false
  }
}
