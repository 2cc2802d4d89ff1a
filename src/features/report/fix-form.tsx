import { useRef, useState } from 'react'
import { reportLimits } from '#domain/submission'
import { call } from '../../platform/cloud'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PhotoGrid } from '../../ui/photo-grid'
import { WordsField } from '../../ui/words-field'
import type { FormProps } from './move-forms'
import { uploadPhotos, uploadsLost, type Uploads } from './upload-photos'
import { usePhotos } from './use-photos'

/** Fixed means shown: at least one photo of how it looks now. */
export const FixForm = ({ busy, onSend }: FormProps) => {
  const [ids, setIds] = useState<readonly string[]>([])
  const [words, setWords] = useState('')
  const [done, setDone] = useState(0)
  const uploads = useRef<Uploads | null>(null)
  const photos = usePhotos([], setIds)

  const send = () => {
    onSend(async (target) => {
      const handedIn = await uploadPhotos(ids, {
        before: uploads.current,
        onUploads: (next) => {
          uploads.current = next
        },
        onCount: setDone,
      })
      if (handedIn.kind !== 'ok') return handedIn
      const answer = await call('report.fix', { ...target, ...handedIn.value, words })
      if (uploadsLost(answer)) uploads.current = null
      if (answer.kind === 'ok') photos.clear()
      return answer
    })
  }
  return (
    <>
      <PhotoGrid
        urls={photos.urls}
        onOpen={photos.show}
        onRemove={photos.remove}
        addWord={photos.urls.length === 0 ? '拍处理结果' : '再拍一张'}
        {...(photos.full ? {} : { onAdd: photos.add })}
      />
      {photos.trouble !== null && <Notice tone="warn" words={photos.trouble} />}
      <WordsField
        boxed
        fixed
        label="怎么处理的"
        hint="怎么处理的（可不写）"
        value={words}
        most={reportLimits.words}
        onChange={setWords}
      />
      <Button
        word="标记已处理"
        busy={busy}
        busyWord={done === 0 ? '正在提交' : `正在上传 ${String(done)}/${String(ids.length)}`}
        blocked={ids.length === 0 ? '先拍一张处理后的照片' : null}
        onTap={send}
      />
    </>
  )
}
