import { useRef, useState } from 'react'
import type { Output } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import type { SheetKind } from '#domain/sheet'
import { call, upload } from '../../../platform/cloud'
import type { Outcome } from '../../../platform/outcome'
import { photoName } from '../../../platform/photo'
import type { Workbook } from '../../../platform/workbook'
import { useOfficeAct } from '../shared/use-office-act'

interface Uploaded {
  readonly workbook: string
  readonly ticket: Id<'ticket'>
  readonly file: string
}

/** Uploads once, hands in under one key; a file that lay too long is uploaded again. */
export const useNewImport = (onStarted: (id: Id<'import'>) => void) => {
  const { run, busy, failure, forgetFailure } = useOfficeAct()
  const uploaded = useRef<Uploaded | null>(null)
  const [sending, setSending] = useState(false)

  const bring = async ({ id }: Workbook): Promise<Outcome<Uploaded, 'file-lost'>> => {
    if (uploaded.current?.workbook === id) return { kind: 'ok', value: uploaded.current }
    const issued = await call('upload.ticket', {})
    if (issued.kind !== 'ok') return issued
    const { ticket, folder } = issued.value
    const sent = await upload(id, `${folder}/${photoName(id)}`)
    if (sent.kind === 'lost') return { kind: 'refused', code: 'file-lost' }
    if (sent.kind !== 'ok') return sent
    uploaded.current = { workbook: id, ticket, file: sent.fileId }
    return { kind: 'ok', value: uploaded.current }
  }

  const handIn = async (
    kind: SheetKind,
    workbook: Workbook,
    key: string,
  ): Promise<Outcome<Output<'import.start'>, string>> => {
    setSending(true)
    const brought = await bring(workbook)
    setSending(false)
    if (brought.kind !== 'ok') return brought
    const { ticket, file } = brought.value
    return call('import.start', { kind, ticket, files: [file], key })
  }

  return {
    busy,
    sending,
    failure: failure?.words ?? null,
    forgetFailure,
    start: (kind: SheetKind, workbook: Workbook) => {
      run({
        body: [kind, workbook.id],
        send: async ({ key }) => {
          const answer = await handIn(kind, workbook, key)
          const gone =
            answer.kind === 'refused' && (answer.code === 'ticket-unknown' || answer.code === 'file-missing')
          if (!gone) return answer
          uploaded.current = null
          return handIn(kind, workbook, key)
        },
        onDone: ({ id }) => {
          uploaded.current = null
          onStarted(id)
        },
      })
    },
  }
}
