import { useEffect, useRef, useState } from 'react'
import { reportLimits } from '#domain/submission'
import { choosePhotos, dropPhoto, reopenPhotos, showPhotos } from '../../platform/media'
import type { Photo } from '../../platform/photo'
import { photoTroubleWords } from './words'

/** Photos on this phone, not yet sent; `kept` are ids from an earlier visit. */
export const usePhotos = (kept: readonly string[], onChange: (ids: readonly string[]) => void) => {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const held = useRef<readonly Photo[]>([])

  const become = (next: readonly Photo[]) => {
    held.current = next
    setPhotos(next)
    onChange(next.map(({ id }) => id))
  }

  const restore = useRef(async () => {
    const found = await reopenPhotos(kept)
    if (kept.length > 0) become([...found, ...held.current])
  })
  useEffect(() => {
    void restore.current()
  }, [])

  const add = async () => {
    const chosen = await choosePhotos(reportLimits.photos - photos.length, reportLimits.photoBytes)
    setTrouble(chosen.trouble && photoTroubleWords[chosen.trouble])
    if (chosen.photos.length > 0) become([...held.current, ...chosen.photos].slice(0, reportLimits.photos))
  }
  return {
    urls: photos.map(({ src }) => src),
    trouble,
    full: photos.length >= reportLimits.photos,
    add: () => {
      void add()
    },
    remove: (index: number) => {
      const gone = photos[index]
      if (!gone) return
      dropPhoto(gone.id)
      become(photos.filter((photo) => photo !== gone))
    },
    show: (src: string) => {
      showPhotos(
        photos.map((photo) => photo.src),
        src,
      )
    },
    clear: () => {
      photos.forEach(({ id }) => {
        dropPhoto(id)
      })
      setPhotos([])
    },
  }
}
