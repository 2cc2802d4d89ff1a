import type { Id } from '../kernel/id'

/** Photos that were uploaded under a ticket, by their file ids. */
export interface Uploaded {
  readonly ticket: Id<'ticket'> | null
  readonly files: readonly string[]
}

export type PhotoRefusal =
  'ticket-unknown' | 'photo-missing' | 'photo-too-large' | 'not-a-photo' | 'too-many-photos'

export interface UploadEndpoints {
  'upload.ticket': {
    input: Record<never, never>
    /** upload to `<folder>/<n>`; accepted within the hour */
    output: { readonly ticket: Id<'ticket'>; readonly folder: string }
    refusal: never
  }
}
