import Taro from '@tarojs/taro'

/** A picked or recorded file lies in a temporary place: kept, it outlives a restart. Its new path, null where the phone has no room. */
export const keepFile = (tempFilePath: string): Promise<string | null> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => {
        resolve(savedFilePath)
      },
      fail: () => {
        resolve(null)
      },
    })
  })
