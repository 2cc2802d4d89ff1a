import { View } from '@tarojs/components'
import { complaintWords, type ComplaintReason, type ComplaintSubject } from '#domain/complaint'
import { failureWords } from '../../platform/outcome'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { described } from '../../ui/described'
import { Notice } from '../../ui/notice'
import { WordsField } from '../../ui/words-field'
import { useComplaint } from './use-complaint'
import { complaintRefusals, offlineSubmit, reasonWords } from './words'

interface Props {
  readonly about: ComplaintSubject | null
  readonly reasons: readonly ComplaintReason[]
  readonly question: string
  readonly hint: string
  readonly onSent: () => void
  /** the fields stand in a sheet */
  readonly fixed?: boolean
}

/** Why, in one's own words, and send. */
export const ComplaintFields = ({ about, reasons, question, hint, onSent, fixed = false }: Props) => {
  const { reason, words, edit, submit, busy, failure } = useComplaint(about, onSent)
  return (
    <>
      <View
        {...described({ role: 'radiogroup', label: question })}
        style="display:flex;flex-direction:column;gap:8px"
      >
        {reasons.map((one) => (
          <Choice
            key={one}
            word={reasonWords[one]}
            on={one === reason}
            disabled={busy}
            onTap={() => {
              edit({ reason: one })
            }}
          />
        ))}
      </View>
      <WordsField
        boxed
        fixed={fixed}
        label="写一写"
        hint={hint}
        value={words}
        most={complaintWords}
        disabled={busy}
        onChange={(next) => {
          edit({ words: next })
        }}
      />
      {failure && <Notice words={failureWords(failure, complaintRefusals, offlineSubmit)} />}
      <Button
        word="提交"
        busy={busy}
        busyWord="正在提交"
        blocked={reason === null ? '先选一项' : words.trim() === '' ? '先写一句' : null}
        onTap={() => {
          if (reason !== null) submit(reason)
        }}
      />
    </>
  )
}
