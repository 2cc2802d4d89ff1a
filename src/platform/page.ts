import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

export { useDidHide, useDidShow, useReachBottom, useRouter } from '@tarojs/taro'

/** The words above the page. Tabs stay mounted behind one another: only the one in front may speak. */
export const useTitle = (title: string): void => {
  const inFront = useRef(true)
  const show = () => {
    // Refused where the page has gone meanwhile.
    if (inFront.current) Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  }
  useEffect(show, [title])
  useDidShow(() => {
    inFront.current = true
    show()
  })
  useDidHide(() => {
    inFront.current = false
  })
}
