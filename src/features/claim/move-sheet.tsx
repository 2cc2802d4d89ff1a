import type { ClaimMove } from '#domain/claim'
import type { ClaimRow } from '#domain/contract/claim'
import { useDraft } from '../../platform/use-draft'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { claimWordsLimit } from './limits'
import { useClaimMove } from './use-claim-move'
import { askedOf, moveWordOf } from './words'

interface Props {
  readonly row: ClaimRow
  readonly move: ClaimMove
  readonly onClose: () => void
}

/** The reason of a move; what is written stays on the phone until the server has it. */
export const MoveSheet = ({ row, move, onClose }: Props) => {
  const { draft, edit, drop } = useDraft(`claim-draft:${row.id}:${move}`, { words: '' })
  const { busy, failure, run, forgetFailure } = useClaimMove(row, () => {
    drop()
    onClose()
  })
  const asked = askedOf(row, move)
  const words = draft.words.trim()
  if (!asked) return null
  return (
    <Sheet title={`${moveWordOf(row, move)} · ${row.shopName}`} onClose={onClose} held={busy}>
      <Text as="small">{asked.note}</Text>
      <WordsField
        boxed
        fixed
        label="原因"
        hint={asked.hint}
        value={draft.words}
        most={claimWordsLimit}
        disabled={busy}
        onChange={(text) => {
          forgetFailure()
          edit({ words: text })
        }}
      />
      {failure !== null && <Notice words={failure} />}
      <Button
        word={asked.button}
        busy={busy}
        busyWord="正在提交"
        blocked={words === '' && move !== 'leave' ? '先写一句原因' : null}
        onTap={() => {
          run({ move, words })
        }}
      />
    </Sheet>
  )
}
