import Taro from '@tarojs/taro'
import type { Chosen, Photo } from './photo'
import { keepFile } from './saved-file'

const LARGE = 1_000_000

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''

const sizeOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => {
        resolve(size)
      },
      fail: ({ errMsg }) => {
        reject(new Error(errMsg))
      },
    })
  })

/** Opens camera and album, compresses and keeps what was picked, up to `largest` bytes each; nothing picked means the person turned back. */
export const choosePhotos = async (most: number, largest: number, onPicked: () => void): Promise<Chosen> => {
  const photos: Photo[] = []
  let trouble: Chosen['trouble'] = null
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
    })
    onPicked()
    for (const { tempFilePath, size } of tempFiles) {
      const path =
        size > LARGE
          ? (await Taro.compressImage({ src: tempFilePath, quality: 75 })).tempFilePath
          : tempFilePath
      if ((await sizeOf(path)) > largest) {
        trouble = 'photo-too-large'
        continue
      }
      const kept = await keepFile(path)
      if (kept === null) trouble = 'storage-full'
      else photos.push({ id: kept, src: kept })
    }
  } catch (error) {
    if (!messageOf(error).includes('cancel')) trouble = 'camera-refused'
  }
  return { photos, trouble }
}

/** Those of the kept photos that are still there. */
export const reopenPhotos = async (ids: readonly string[]): Promise<readonly Photo[]> => {
  const found = await Promise.all(
    ids.map((id) =>
      sizeOf(id).then(
        () => [{ id, src: id }],
        () => [],
      ),
    ),
  )
  return found.flat()
}

export const dropPhoto = (id: string): void => {
  Taro.getFileSystemManager().removeSavedFile({ filePath: id })
}

export const showPhotos = (urls: readonly string[], current: string): void => {
  void Taro.previewImage({ urls: [...urls], current })
}
