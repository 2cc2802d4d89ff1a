import Taro from '@tarojs/taro'

/** WeChat's name for the group in which the card was opened, as a cloudID that the server alone reads; null: no group. */
const cloudIdOnce = async (): Promise<string | null> => {
  try {
    const answer: object = await Taro.getGroupEnterInfo()
    const cloudID = 'cloudID' in answer ? answer.cloudID : null
    return typeof cloudID === 'string' && cloudID !== '' ? cloudID : null
  } catch {
    return null
  }
}

const PAUSE = 600

/** Straight after a cold start WeChat may say "invalid scene": asked once more. */
export const groupCloudId = async (): Promise<string | null> => {
  const first = await cloudIdOnce()
  if (first !== null) return first
  await new Promise((resolve) => {
    setTimeout(resolve, PAUSE)
  })
  return cloudIdOnce()
}
