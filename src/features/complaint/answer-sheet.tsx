import { useQueryClient } from '@tanstack/react-query'
import type { ComplaintRow } from '#domain/contract/complaint'
import { complaintWords } from '#domain/complaint'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useDraft } from '../../platform/use-draft'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { complaintRefusals, offlineAnswer } from './words'

interface Props {
  readonly row: ComplaintRow
  readonly onClose: () => void
}

/** One answer to one complaint; what is written outlives the sheet. */
export const AnswerSheet = ({ row, onClose }: Props) => {
  const client = useQueryClient()
  const { draft, edit, drop } = useDraft(`complaint-answer:${row.id}`, { words: '' })
  const { words } = draft
  const refresh = () => client.invalidateQueries({ queryKey: ['complaints'] })
  const { run, busy, failure, forgetFailure } = useAct(
    async () => {
      const outcome = await call('complaint.answer', { id: row.id, version: row.version, words })
      if (outcome.kind === 'refused') await refresh()
      return outcome
    },
    async () => {
      drop()
      await refresh()
      onClose()
    },
  )
  return (
    <Sheet title="答复" onClose={onClose} held={busy}>
      <Text as="small">{row.words}</Text>
      <WordsField
        boxed
        fixed
        label="答复"
        hint="怎么看、怎么办；不能办的写明原因和去处"
        value={words}
        most={complaintWords}
        disabled={busy}
        onChange={(next) => {
          forgetFailure()
          edit({ words: next })
        }}
      />
      {failure && <Notice words={failureWords(failure, complaintRefusals, offlineAnswer)} />}
      <Button
        word="发出答复"
        busy={busy}
        busyWord="正在提交"
        blocked={words.trim() === '' ? '先写一句' : null}
        onTap={run}
      />
    </Sheet>
  )
}
