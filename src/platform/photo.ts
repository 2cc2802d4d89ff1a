/** A photo kept on the phone until it is sent: `id` survives a restart, `src` shows it now. */
export interface Photo {
  readonly id: string
  readonly src: string
}

export type PhotoTrouble = 'photo-too-large' | 'photo-too-many' | 'photo-unreadable' | 'camera-refused'

export interface Chosen {
  readonly photos: readonly Photo[]
  readonly trouble: PhotoTrouble | null
}
