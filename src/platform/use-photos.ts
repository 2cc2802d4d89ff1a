import { useEffect, useRef, useState } from 'react'
import { choosePhotos, dropPhoto, reopenPhotos, showPhotos } from './media'
import type { Photo, PhotoTrouble } from './photo'

interface Limits {
  readonly most: number
  /** bytes of each */
  readonly largest: number
}

/** Photos on this phone, not yet sent; `kept` are ids from an earlier visit. */
export const usePhotos = (
  kept: readonly string[],
  { most, largest }: Limits,
  onChange: (ids: readonly string[]) => void,
) => {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [adding, setAdding] = useState(false)
  const [trouble, setTrouble] = useState<PhotoTrouble | null>(null)
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
    // Only from here on: an old browser never says that its picker was closed.
    const onPicked = () => {
      setAdding(true)
    }
    const chosen = await choosePhotos(most - photos.length, largest, onPicked).finally(() => {
      setAdding(false)
    })
    setTrouble(chosen.trouble)
    if (chosen.photos.length > 0) become([...held.current, ...chosen.photos].slice(0, most))
  }
  return {
    urls: photos.map(({ src }) => src),
    trouble,
    adding,
    full: photos.length >= most,
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
