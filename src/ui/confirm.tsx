import { Button } from './button'
import { Notice } from './notice'
import { Sheet } from './sheet'
import { Text } from './text'

interface Props {
  readonly title: string
  readonly words: string
  readonly actWord: string
  readonly busy: boolean
  readonly failure: string | null
  readonly onAct: () => void
  readonly onClose: () => void
}

/** What others will see is asked for once more, with what follows from it. */
export const Confirm = ({ title, words, actWord, busy, failure, onAct, onClose }: Props) => (
  <Sheet title={title} held={busy} onClose={onClose}>
    <Text>{words}</Text>
    {failure !== null && <Notice words={failure} />}
    <Button word={actWord} busy={busy} busyWord="正在办" onTap={onAct} />
    <Button word="先不" kind="plain" onTap={onClose} />
  </Sheet>
)
