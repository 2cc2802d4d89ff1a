import Taro from '@tarojs/taro'
import { shopCodeIn } from './shop-code'

export type Scanned =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'none' }

export const canScan = (): boolean => true

/** WeChat's own code carries the page's path with its scene; a plain QR carries text. */
export const scanShopCode = async (): Promise<Scanned> => {
  try {
    const { path = '', result = '' } = (await Taro.scanCode({
      scanType: ['wxCode', 'qrCode'],
    } as object)) as {
      readonly path?: string
      readonly result?: string
    }
    const code = shopCodeIn(path === '' ? result : path)
    return code === null ? { kind: 'none' } : { kind: 'code', code }
  } catch (error) {
    const message =
      typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
    return { kind: message.includes('cancel') ? 'cancelled' : 'none' }
  }
}
