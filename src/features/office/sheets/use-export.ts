import { useEffect, useRef, useState } from 'react'
import type { Input } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { call } from '../../../platform/cloud'
import { openWorkbook } from '../../../platform/download'
import { useOfficeAct } from '../shared/use-office-act'
import { pauseAfter } from './queries'

/** Which list; `clear` asks for phones in clear, and `why` is the reason that is kept. */
export type ExportOrder = Omit<Input<'export.start'>, 'key'>

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly id: Id<'export'>; readonly rows: number }
  | { readonly kind: 'failed'; readonly words: string }

const failedWords = '没有做成，请再试一次；一直不行请联系管理人员。'
const offlineWords = '网络不通，请检查网络后重试。'
const openFailedWords = '文件没有打开，请再点一次下载。'

/** A file is ordered, waited for and opened; leaving the page ends the waiting, not the making. */
export const useExport = (name: string) => {
  const [stage, setStage] = useState<Stage>({ kind: 'idle' })
  const [opening, setOpening] = useState(false)
  const gone = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const act = useOfficeAct()
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      clearTimeout(timer.current)
    }
  }, [])

  const wait = async (id: Id<'export'>, asked: number): Promise<void> => {
    const answer = await call('export.read', { id })
    if (gone.current) return
    if (answer.kind === 'ok' && answer.value.status === 'ready')
      setStage({ kind: 'ready', id, rows: answer.value.rows })
    else if (answer.kind === 'refused' || (answer.kind === 'ok' && answer.value.status !== 'waiting'))
      setStage({ kind: 'failed', words: failedWords })
    else
      timer.current = setTimeout(() => {
        void wait(id, asked + 1)
      }, pauseAfter(asked))
  }

  /** The address opens for an hour only, and each asking is written down: asked for at the moment of opening. */
  const open = async (id: Id<'export'>): Promise<void> => {
    setOpening(true)
    const answer = await call('export.open', { id })
    const url = answer.kind === 'ok' ? answer.value.url : null
    const opened = url !== null && (await openWorkbook(url, `${name}.xlsx`))
    if (gone.current) return
    setOpening(false)
    if (!opened)
      setStage({ kind: 'failed', words: answer.kind === 'offline' ? offlineWords : openFailedWords })
  }

  return {
    stage,
    busy: act.busy || opening,
    failure: act.failure?.words ?? (stage.kind === 'failed' ? stage.words : null),
    start: (order: ExportOrder) => {
      act.run({
        body: order,
        send: ({ key }) => call('export.start', { ...order, key }),
        onDone: ({ id }) => {
          setStage({ kind: 'waiting' })
          void wait(id, 0)
        },
      })
    },
    open: () => {
      if (stage.kind === 'ready') void open(stage.id)
    },
    reset: () => {
      act.forgetFailure()
      setStage({ kind: 'idle' })
    },
  }
}
