import Taro from '@tarojs/taro'

const QUIET = 600
let lastAt = 0

/** A second tap within the time of a page transition is the same tap. */
const once = (go: () => Promise<unknown>): void => {
  const now = Date.now()
  if (now - lastAt < QUIET) return
  lastAt = now
  // A rejected navigation leaves the person where they are; the next tap tries again.
  go().catch(() => {
    lastAt = 0
  })
}

export const openPage = (url: string): void => {
  once(() => Taro.navigateTo({ url }))
}

export type TabName = 'home' | 'messages' | 'snap' | 'mine'

export const openTab = (tab: TabName): void => {
  once(() => Taro.switchTab({ url: `/pages/${tab}/index` }))
}

/** To the page below, else to this one in its place. */
export const backOrTo = (url: string): void => {
  once(() => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url })))
}

/** In this page's place: it only led there. */
export const replacePage = (url: string): void => {
  once(() => Taro.redirectTo({ url }))
}

/** For a page that became another one under the thumb. */
export const toTop = (): void => {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

export const dial = (phoneNumber: string): void => {
  // Rejects when the person turns back from the call.
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
