import Taro from '@tarojs/taro'
import { UPLOAD_TIMEOUT } from './wire'

export type HandedOver = 'done' | 'cancelled' | 'failed'

/** WeChat opens no JSON and saves no file on a phone: it hands one to a chat, 「文件传输助手」 among them. */
export const handOver = async (url: string, name: string): Promise<HandedOver> => {
  try {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
    const { statusCode } = await Taro.downloadFile({ url, filePath, timeout: UPLOAD_TIMEOUT })
    if (statusCode !== 200) return 'failed'
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'done'
  } catch (error) {
    const message =
      typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
    return message.includes('cancel') ? 'cancelled' : 'failed'
  }
}

export const handOverWord: '发到微信聊天' | '下载文件' = '发到微信聊天'
