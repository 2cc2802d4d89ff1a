import type { CommonRefusal } from '#domain/contract/reply'
import { careWords } from '#domain/care-words'
import { failureWords, type Outcome } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useDraft } from '../../platform/use-draft'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { useRefresh } from './queries'

interface Props<R extends string> {
  readonly title: string
  /** names the thing and the step: what is written outlives the sheet */
  readonly name: string
  readonly about: string
  readonly label: string
  readonly hint: string
  readonly word: string
  readonly send: (words: string) => Promise<Outcome<unknown, R>>
  readonly refusals: Readonly<Record<Exclude<R, CommonRefusal>, string>>
  readonly onClose: () => void
}

/** One step that needs a few words. */
export const WordsForm = <R extends string>(props: Props<R>) => {
  const { title, name, about, label, hint, word, send, refusals, onClose } = props
  const { draft, edit, drop } = useDraft(`care:${name}`, { words: '' })
  const refresh = useRefresh()
  const { run, busy, failure, forgetFailure } = useAct(
    async () => {
      const outcome = await send(draft.words)
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
    <Sheet title={title} onClose={onClose} held={busy}>
      <Text as="small">{about}</Text>
      <WordsField
        boxed
        fixed
        label={label}
        hint={hint}
        value={draft.words}
        most={careWords}
        disabled={busy}
        onChange={(words) => {
          forgetFailure()
          edit({ words })
        }}
      />
      {failure && <Notice words={failureWords(failure, refusals)} />}
      <Button
        word={word}
        busy={busy}
        busyWord="正在提交"
        blocked={draft.words.trim() === '' ? '先写一句' : null}
        onTap={() => {
          run()
        }}
      />
    </Sheet>
  )
}
