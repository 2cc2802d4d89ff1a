import Taro from '@tarojs/taro'
import { UPLOAD_TIMEOUT } from './wire'

/** Puts a picture into the phone's album; false where it could not be fetched or the album stays closed. */
export const savePicture = async (url: string, _name: string): Promise<boolean> => {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url, timeout: UPLOAD_TIMEOUT })
    if (statusCode !== 200) return false
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return true
  } catch {
    return false
  }
}
