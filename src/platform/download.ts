import Taro from '@tarojs/taro'
import { UPLOAD_TIMEOUT } from './wire'

/** Fetches an Excel file and opens it in WeChat, from whose menu it can be sent on or saved; false where that failed. */
export const openWorkbook = async (url: string, _name: string): Promise<boolean> => {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url, timeout: UPLOAD_TIMEOUT })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
    return true
  } catch {
    return false
  }
}
