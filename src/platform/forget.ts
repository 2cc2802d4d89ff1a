import Taro from '@tarojs/taro'

/** Takes everything this person left on this phone off it: drafts, photos of drafts, choices. */
export const forgetPerson = (): void => {
  Taro.clearStorageSync()
  const files = Taro.getFileSystemManager()
  files.getSavedFileList({
    success: ({ fileList }) => {
      for (const { filePath } of fileList) files.removeSavedFile({ filePath })
    },
  })
}
