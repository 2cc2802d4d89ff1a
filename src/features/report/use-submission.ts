import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Output, Refusal } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { checkSubmission } from '#domain/submission'
import { call } from '../../platform/cloud'
import type { Outcome } from '../../platform/outcome'
import { randomKey } from '../../platform/random-key'
import { uploadPhotos, uploadsLost, type UploadRefusal, type Uploads } from '../../platform/upload-photos'
import type { Draft } from './draft'
import { failureWords } from './words'

type Submitted = Output<'report.submit'>
type Answer = Outcome<Submitted, Refusal<'report.submit'> | UploadRefusal>
type ReadyDraft = Draft & { readonly cell: Id<'cell'> }

const isReady = (draft: Draft): draft is ReadyDraft => draft.cell !== null

/** Uploads, submits, and says how it went; the draft is the caller's and stays as it is until the server has it. */
export const useSubmission = (onKey: (key: string) => void) => {
  const client = useQueryClient()
  const running = useRef(false)
  const uploads = useRef<Uploads | null>(null)
  const [progress, setProgress] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const send = async (draft: ReadyDraft, key: string): Promise<Answer> => {
    const handedIn = await uploadPhotos(draft.photos, {
      before: uploads.current,
      onUploads: (next) => {
        uploads.current = next
      },
      onCount: (count) => {
        setProgress(`正在上传 ${String(count)}/${String(draft.photos.length)}`)
      },
    })
    if (handedIn.kind !== 'ok') return handedIn
    setProgress('正在提交')
    const { words, category, cell, spot, point, from } = draft
    const place = { cell, spot, point }
    return call('report.submit', { ...handedIn.value, key, words, category, place, ...(from && { from }) })
  }

  const attempt = async (draft: ReadyDraft): Promise<Answer> => {
    let first = await send(draft, draft.key)
    if (uploadsLost(first)) {
      uploads.current = null
      first = await send(draft, draft.key)
    }
    if (first.kind !== 'refused' || first.code !== 'key-reused') return first
    const key = randomKey()
    onKey(key)
    uploads.current = null
    return send(draft, key)
  }

  const submit = async (draft: Draft, onDone: (submitted: Submitted) => void) => {
    if (running.current) return
    const checked = checkSubmission({ words: draft.words, photoCount: draft.photos.length })
    if (!checked.ok) {
      setFailure(failureWords({ kind: 'refused', code: checked.code }))
      return
    }
    if (!isReady(draft)) {
      setFailure('还没有选在哪里，请选街道和社区。')
      return
    }
    running.current = true
    setFailure(null)
    setProgress('正在提交')
    const answer = await attempt(draft)
    running.current = false
    setProgress(null)
    if (answer.kind !== 'ok') {
      setFailure(failureWords(answer))
      return
    }
    uploads.current = null
    onDone(answer.value)
    void client.invalidateQueries({ queryKey: ['reports'] })
  }

  return {
    progress,
    failure,
    forgetFailure: () => {
      setFailure(null)
    },
    submit: (draft: Draft, onDone: (submitted: Submitted) => void) => {
      void submit(draft, onDone)
    },
  }
}
