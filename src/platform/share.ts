import { useShareAppMessage } from '@tarojs/taro'

/** A card in a WeChat chat: its line, and the page it opens; that page asks a visitor to agree first, by itself. */
export interface ShareCard {
  readonly title: string
  readonly path: string
}

const home: ShareCard = { title: '店长通', path: '/pages/home/index' }

/** What WeChat's own 转发 sends from this page; its config says `enableShareAppMessage`. Null: nothing is here yet. */
export const useShareCard = (card: ShareCard | null): void => {
  useShareAppMessage(() => card ?? home)
}
