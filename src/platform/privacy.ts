import Taro from '@tarojs/taro'

/** WeChat stopped a camera, a place or the like until the person agrees: answers it. */
export type PrivacyAnswer = (agreed: boolean) => void

/** WeChat looks whether the button of this id was really tapped. */
export const privacyButton = 'privacy-agree'

/** Tells when WeChat wants the person's yes first; `null` when there is nothing left to answer. */
export const onPrivacyNeed = (tell: (answer: PrivacyAnswer | null) => void): void => {
  // Older than base library 2.32.3, which asks nothing.
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return
  type Resolve = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0]
  let waiting: readonly Resolve[] = []
  const answer: PrivacyAnswer = (agreed) => {
    for (const resolve of waiting)
      resolve(agreed ? { event: 'agree', buttonId: privacyButton } : { event: 'disagree' })
    waiting = []
    tell(null)
  }
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting = [...waiting, resolve]
    resolve({ event: 'exposureAuthorization' })
    tell(answer)
  })
}
