import { useRef } from 'react'
import type { Refusal } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords, type Failure } from '../../platform/outcome'
import { uploadPhotos, uploadsLost, type UploadRefusal, type Uploads } from '../../platform/upload-photos'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { inputOf, photosIn, type Edited } from './editing'
import { useLibraryChanged } from './queries'
import { saveRefusals } from './words'

export interface Saved {
  readonly id: Id<'article'>
  readonly version: number
}

const staleWords = '这篇刚被别人改过，没有保存；请先复制您写的，退出再打开。'

const wordsOf = (failure: Failure<Refusal<'article.save'> | UploadRefusal>): string =>
  failure.kind === 'refused' && failure.code === 'stale'
    ? staleWords
    : failureWords(failure, saveRefusals, '网络不通，还没有保存；请不要离开，重试。')

/** Uploads what is new of the pictures and saves; what already lies on the server is not sent again. */
export const useSaveArticle = (before: Saved | null, onSaved: (saved: Saved) => void) => {
  const keyed = useKeyed()
  const changed = useLibraryChanged()
  const uploads = useRef<Uploads | null>(null)
  const target = { id: before?.id ?? null, version: before?.version ?? null }

  const send = async (edited: Edited) => {
    const handedIn = await uploadPhotos(photosIn(edited), {
      before: uploads.current,
      onUploads: (next) => {
        uploads.current = next
      },
      onCount: () => undefined,
    })
    if (handedIn.kind !== 'ok') return handedIn
    const text = inputOf(edited)
    return keyed({ ...target, text, photos: photosIn(edited) }, (key) =>
      call('article.save', { ...target, ...text, ...handedIn.value, key }),
    )
  }
  const { busy, failure, run, forgetFailure } = useAct(
    async (edited: Edited) => {
      const first = await send(edited)
      if (!uploadsLost(first)) return first
      uploads.current = null
      return send(edited)
    },
    async (saved) => {
      // Its pictures are the server's now: the next time they are named by their files.
      uploads.current = null
      onSaved(saved)
      await changed()
    },
  )
  return {
    ...{ busy, run, forgetFailure },
    failure: failure && wordsOf(failure),
  }
}
