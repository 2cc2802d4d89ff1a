import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'

export { useDidShow, useReachBottom, useRouter } from '@tarojs/taro'

/** The words above the page; told again when it comes back into view, since tabs share one title in the browser. */
export const useTitle = (title: string): void => {
  const show = () => {
    // Refused where the page has gone meanwhile.
    Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  }
  useEffect(show, [title])
  useDidShow(show)
}
