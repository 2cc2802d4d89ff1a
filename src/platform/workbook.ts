import Taro from '@tarojs/taro'

/** A file kept until it is sent; `id` is what `upload` takes. */
export interface Workbook {
  readonly id: string
  readonly name: string
  /** bytes */
  readonly size: number
}

export type WorkbookChoice =
  | { readonly kind: 'chosen'; readonly workbook: Workbook }
  | { readonly kind: 'cancelled' }
  /** WeChat gives no access to files, or the phone has no room */
  | { readonly kind: 'failed' }

/** From a chat: the one place where WeChat lets a mini-program take files from. */
export const chooseWorkbook = async (): Promise<WorkbookChoice> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] })
    const [file] = tempFiles
    if (!file) return { kind: 'cancelled' }
    return { kind: 'chosen', workbook: { id: file.path, name: file.name, size: file.size } }
  } catch (error) {
    const message =
      typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
    return { kind: message.includes('cancel') ? 'cancelled' : 'failed' }
  }
}

/** Where the file comes from, for the words beside the button. */
export const workbookSource: 'chat' | 'disk' = 'chat'
