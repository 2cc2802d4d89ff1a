import Taro from '@tarojs/taro'
import type { Chosen } from './photo'

/** `detail` of WeChat's chooseAvatar button: the path of a small picture. */
export const portraitFrom = async (detail: unknown, largest: number): Promise<Chosen> => {
  const path: unknown =
    typeof detail === 'object' && detail !== null && 'avatarUrl' in detail ? detail.avatarUrl : null
  if (typeof path !== 'string' || path === '') return { photos: [], trouble: 'photo-unreadable' }
  const size = await new Promise<number>((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size: bytes }) => {
        resolve(bytes)
      },
      // Unknown: the server looks at it.
      fail: () => {
        resolve(0)
      },
    })
  })
  return size > largest
    ? { photos: [], trouble: 'photo-too-large' }
    : { photos: [{ id: path, src: path }], trouble: null }
}
