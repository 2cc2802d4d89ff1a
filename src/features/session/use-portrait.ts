import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PhotoRefusal } from '#domain/contract/upload'
import { reportLimits } from '#domain/submission'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords, type Outcome } from '../../platform/outcome'
import { portraitFrom } from '../../platform/portrait'
import { uploadPhotos, type UploadRefusal } from '../../platform/upload-photos'
import { useAct } from '../../platform/use-act'
import { portraitRefusals, portraitTroubles } from './words'

const alone = { before: null, onUploads: () => undefined, onCount: () => undefined } as const

const sendPortrait = async (
  photo: string,
): Promise<Outcome<{ readonly avatar: string }, PhotoRefusal | UploadRefusal>> => {
  const handedIn = await uploadPhotos([photo], alone)
  return handedIn.kind === 'ok' ? call('account.portray', handedIn.value) : handedIn
}

/** From WeChat's button to the picture on the page. */
export const usePortrait = () => {
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<string | null>(null)
  const { run, busy, failure } = useAct(sendPortrait, () =>
    client.invalidateQueries({ queryKey: ['session'] }),
  )
  const choose = async (answer: unknown) => {
    const { photos, trouble: why } = await portraitFrom(answer, reportLimits.photoBytes)
    setTrouble(why === null ? null : portraitTroubles[why])
    const [photo] = photos
    if (photo) run(photo.id)
  }
  return {
    busy,
    trouble: trouble ?? (failure && failureWords(failure, portraitRefusals, unreachedWords)),
    change: (answer: unknown) => {
      void choose(answer)
    },
  }
}
