import { useRef, useState } from 'react'
import { reportLimits } from '#domain/submission'
import { call } from '../../platform/cloud'
import { uploadPhotos, uploadsLost, type Uploads } from '../../platform/upload-photos'
import { usePhotos } from '../../platform/use-photos'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PhotoGrid } from '../../ui/photo-grid'
import { WordsField } from '../../ui/words-field'
import type { FormProps } from './move-forms'
import { useMoveDraft } from './use-move-draft'
import type { Order } from './use-move'
import { addingWords, photoLimits, photoTroubleWords } from './words'

/** Fixed means shown: at least one photo of how it looks now. */
export const FixForm = ({ id, busy, onSend }: FormProps) => {
  const { draft, edit } = useMoveDraft(id, 'fix')
  const { words, photos: ids } = draft
  const [done, setDone] = useState(0)
  const uploads = useRef<Uploads | null>(null)
  const photos = usePhotos(ids, photoLimits, (next) => {
    edit({ photos: next })
  })

  const deliver: Order['send'] = async (target) => {
    const handedIn = await uploadPhotos(ids, {
      before: uploads.current,
      onUploads: (next) => {
        uploads.current = next
      },
      onCount: setDone,
    })
    setDone(0)
    if (handedIn.kind !== 'ok') return handedIn
    const answer = await call('report.fix', { ...target, ...handedIn.value, words })
    if (uploadsLost(answer)) uploads.current = null
    if (answer.kind === 'ok') photos.clear()
    return answer
  }
  return (
    <>
      <PhotoGrid
        urls={photos.urls}
        onOpen={photos.show}
        {...(busy ? {} : { onRemove: photos.remove })}
        addWord={photos.urls.length === 0 ? '拍处理结果' : '再拍一张'}
        {...(photos.full || busy ? {} : { onAdd: photos.add })}
      />
      {photos.trouble !== null && <Notice tone="warn" words={photoTroubleWords[photos.trouble]} />}
      <WordsField
        boxed
        fixed
        label="怎么处理的"
        hint="怎么处理的（可不写）"
        value={words}
        most={reportLimits.words}
        disabled={busy}
        onChange={(next) => {
          edit({ words: next })
        }}
      />
      <Button
        word="标记已处理"
        busy={busy}
        busyWord={done === 0 ? '正在提交' : `正在上传 ${String(done)}/${String(ids.length)}`}
        blocked={photos.adding ? addingWords : ids.length === 0 ? '先拍一张处理后的照片' : null}
        onTap={() => {
          onSend({ move: 'fix', body: { words, photos: ids }, send: deliver })
        }}
      />
    </>
  )
}
