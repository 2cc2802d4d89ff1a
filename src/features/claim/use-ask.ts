import { useRef, useState } from 'react'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { uploadPhotos, uploadsLost, type Uploads } from '../../platform/upload-photos'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { useShopsChanged } from './queries'
import { askRefusalWords, unansweredWords } from './words'

/** Uploads the licence's photos and hands the claim in; what already lies on the server is not sent again. */
export const useAsk = (code: Id<'shopCode'>, onDone: () => void) => {
  const keyed = useKeyed()
  const changed = useShopsChanged()
  const uploads = useRef<Uploads | null>(null)
  const [done, setDone] = useState(0)

  const send = async (photos: readonly string[]) => {
    const handedIn = await uploadPhotos(photos, {
      before: uploads.current,
      onUploads: (next) => {
        uploads.current = next
      },
      onCount: setDone,
    })
    setDone(0)
    if (handedIn.kind !== 'ok') return handedIn
    return keyed({ code, photos }, (key) => call('claim.ask', { ...handedIn.value, code, key }))
  }
  const { busy, failure, run } = useAct(
    async (photos: readonly string[]) => {
      const first = await send(photos)
      if (!uploadsLost(first)) return first
      uploads.current = null
      return send(photos)
    },
    async () => {
      onDone()
      await changed()
    },
  )
  return {
    busy,
    run,
    /** how many photos are on their way or sent; 0 between */
    done,
    failure: failure === null ? null : failureWords(failure, askRefusalWords, unansweredWords),
  }
}
