import { useState } from 'react'
import type { Id } from '#domain/kernel/id'
import { sheetKinds, type SheetKind } from '#domain/sheet'
import { call } from '../../../platform/cloud'
import { openWorkbook } from '../../../platform/download'
import { readFailureWords, Unanswered } from '../../../platform/outcome'
import { chooseWorkbook, workbookSource, type Workbook } from '../../../platform/workbook'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { tooLargeHere } from '../shared/failure-words'
import { useNewImport } from './use-new-import'
import { kindNotes, kindWords } from './words'

interface Props {
  readonly onClose: () => void
  readonly onStarted: (id: Id<'import'>) => void
}

const chooseWords = { chat: '从微信聊天里选表格', disk: '选表格文件' } as const
const failedWords = {
  chat: '打不开聊天文件，请把表格发给「文件传输助手」再选，或在电脑上导入。',
  disk: '文件打不开，可能空间不够，请换一个文件再试。',
} as const

const TemplateButton = ({ kind }: { readonly kind: SheetKind }) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const open = async () => {
    setBusy(true)
    setFailure(null)
    const answer = await call('import.template', { kind })
    const opened =
      answer.kind === 'ok' && (await openWorkbook(answer.value.url, `模板-${kindWords[kind]}.xlsx`))
    setBusy(false)
    if (answer.kind !== 'ok') setFailure(readFailureWords(new Unanswered(answer)))
    else if (!opened) setFailure('模板没有打开，请再点一次。')
  }
  return (
    <>
      {failure !== null && <Notice words={failure} />}
      <Button
        word={`下载${kindWords[kind]}模板`}
        kind="soft"
        small
        busy={busy}
        busyWord="正在下载"
        onTap={() => {
          void open()
        }}
      />
    </>
  )
}

/** Kind, template, file; the file is checked first and nothing is written before it is confirmed. */
export const NewImportSheet = ({ onClose, onStarted }: Props) => {
  const [kind, setKind] = useState<SheetKind>('shops')
  const [workbook, setWorkbook] = useState<Workbook | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { start, busy, sending, failure, forgetFailure } = useNewImport(onStarted)
  const choose = async () => {
    const choice = await chooseWorkbook()
    if (choice.kind === 'cancelled') return
    forgetFailure()
    if (choice.kind === 'failed') {
      setTrouble(failedWords[workbookSource])
      return
    }
    const large = tooLargeHere(choice.workbook.size)
    setTrouble(large)
    setWorkbook(large === null ? choice.workbook : null)
  }
  return (
    <Sheet title="导入表格" onClose={onClose} held={busy}>
      <PickerField
        name="导入什么"
        options={sheetKinds.map((one) => kindWords[one])}
        at={sheetKinds.indexOf(kind)}
        disabled={busy}
        onChange={(at) => {
          forgetFailure()
          setKind(sheetKinds[at] ?? 'shops')
        }}
      />
      <Text as="small">{kindNotes[kind]}</Text>
      <TemplateButton key={kind} kind={kind} />
      {workbook !== null && <Field name="表格" value={workbook.name} />}
      {trouble !== null && <Notice tone="warn" words={trouble} />}
      <Button
        word={workbook === null ? chooseWords[workbookSource] : '换一个表格'}
        kind={workbook === null ? 'primary' : 'plain'}
        busy={busy}
        busyWord={sending ? '正在上传' : '正在提交'}
        onTap={() => {
          void choose()
        }}
      />
      {failure !== null && <Notice words={failure} />}
      {workbook !== null && (
        <Button
          word="开始检查"
          busy={busy}
          busyWord={sending ? '正在上传' : '正在提交'}
          onTap={() => {
            start(kind, workbook)
          }}
        />
      )}
      <Text as="note">先检查，不会马上写入；看过结果再确认。</Text>
    </Sheet>
  )
}
