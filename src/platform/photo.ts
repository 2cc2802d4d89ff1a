/** A photo kept on the phone until it is sent: `id` survives a restart, `src` shows it now. */
export interface Photo {
  readonly id: string
  readonly src: string
}

export type PhotoTrouble =
  'photo-too-large' | 'photo-too-many' | 'photo-unreadable' | 'storage-full' | 'camera-refused'

export interface Chosen {
  readonly photos: readonly Photo[]
  readonly trouble: PhotoTrouble | null
}

const LONGEST_NAME = 64

/** What a photo is called on the server: always the same for the same id, which in WeChat is a path whose end is its own. */
export const photoName = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '-').slice(-LONGEST_NAME)
