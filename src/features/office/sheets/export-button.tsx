import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { rowsWords } from './words'
import { useExport, type ExportOrder } from './use-export'

interface Props {
  readonly order: ExportOrder
  /** what is still missing before it can be ordered */
  readonly blocked?: string | null
  /** what the file is called */
  readonly name: string
  readonly word: string
}

/** One button for the whole way: order it, wait, download. */
export const ExportButton = ({ order, blocked = null, name, word }: Props) => {
  const { stage, busy, failure, start, open } = useExport(name)
  return (
    <>
      {failure !== null && <Notice words={failure} />}
      {stage.kind === 'ready' ? (
        <Button word={`下载（${rowsWords(stage.rows)}）`} busy={busy} busyWord="正在打开" onTap={open} />
      ) : (
        <Button
          word={word}
          kind="soft"
          busy={busy || stage.kind === 'waiting'}
          busyWord="正在准备文件，可以先离开"
          blocked={busy || stage.kind === 'waiting' ? null : blocked}
          onTap={() => {
            start(order)
          }}
        />
      )}
    </>
  )
}
