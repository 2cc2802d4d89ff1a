import Taro from '@tarojs/taro'
import type { Chosen, Photo } from './photo'
import { dropBlob, keepBlob, photoBlob } from './photo-store.h5'
import { randomKey } from './random-key'

const LONGEST = 1920

const pickFiles = (): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = true
    input.hidden = true
    const answer = () => {
      resolve([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', answer)
    input.addEventListener('cancel', answer)
    document.body.append(input)
    input.click()
  })

/** At most 1920 pixels on the longer side, as JPEG; null where the browser cannot read it as a picture. */
const shrink = async (file: File): Promise<Blob | null> => {
  if (typeof createImageBitmap !== 'function') return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.82)
    })
  } catch {
    return null
  }
}

export const choosePhotos = async (most: number, largest: number, onPicked: () => void): Promise<Chosen> => {
  const photos: Photo[] = []
  const files = await pickFiles()
  onPicked()
  let trouble: Chosen['trouble'] = files.length > most ? 'photo-too-many' : null
  for (const file of files.slice(0, most)) {
    const blob = await shrink(file)
    if (blob === null) trouble = 'photo-unreadable'
    else if (blob.size > largest) trouble = 'photo-too-large'
    else {
      const id = randomKey()
      if (await keepBlob(id, blob)) photos.push({ id, src: URL.createObjectURL(blob) })
      else trouble = 'storage-full'
    }
  }
  return { photos, trouble }
}

export const reopenPhotos = async (ids: readonly string[]): Promise<readonly Photo[]> => {
  const blobs = await Promise.all(ids.map(async (id) => ({ id, blob: await photoBlob(id) })))
  return blobs.flatMap(({ id, blob }) => (blob === null ? [] : [{ id, src: URL.createObjectURL(blob) }]))
}

export const dropPhoto = (id: string): void => {
  void dropBlob(id)
}

export const showPhotos = (urls: readonly string[], current: string): void => {
  void Taro.previewImage({ urls: [...urls], current })
}
