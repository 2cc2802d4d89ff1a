import { View } from '@tarojs/components'
import type { ModerationRow } from '#domain/contract/moderation'
import { contentReasons, type ContentReason } from '#domain/moderation'
import { contentReasonWords } from '../../platform/content-reasons'
import { useDraft } from '../../platform/use-draft'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { described } from '../../ui/described'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { useDecision } from './use-decision'

const question = '为什么不予显示'
const longest = 300
const isReason = (text: string): text is ContentReason => contentReasons.some((reason) => reason === text)

interface Props {
  readonly row: ModerationRow
  readonly onClose: () => void
}

/** Why a message is not shown, for its author to read; what is written outlives the sheet. */
export const RefuseSheet = ({ row, onClose }: Props) => {
  const { draft, edit, drop } = useDraft(`moderation-draft:${row.id}`, { reason: '', why: '' })
  const { run, busy, failure, forgetFailure } = useDecision(() => {
    drop()
    onClose()
  })
  const { reason } = draft
  const why = draft.why.trim()
  return (
    <Sheet title="不予显示" onClose={onClose} held={busy}>
      <Text as="small">只有发的人会看到原因。没有显示的图片和语音会删除。</Text>
      <View
        {...described({ role: 'radiogroup', label: question })}
        style="display:flex;flex-direction:column;gap:8px"
      >
        {Object.entries(contentReasonWords).map(([one, word]) => (
          <Choice
            key={one}
            word={word}
            on={one === reason}
            disabled={busy}
            onTap={() => {
              forgetFailure()
              edit({ reason: one })
            }}
          />
        ))}
      </View>
      <WordsField
        boxed
        fixed
        label="原因"
        hint="哪里不合适，怎么改就可以发"
        value={draft.why}
        most={longest}
        disabled={busy}
        onChange={(text) => {
          forgetFailure()
          edit({ why: text })
        }}
      />
      {failure !== null && <Notice words={failure} />}
      <Button
        word="不予显示"
        busy={busy}
        busyWord="正在提交"
        blocked={!isReason(reason) ? '先选一项' : Array.from(why).length < 2 ? '先写一句原因' : null}
        onTap={() => {
          if (isReason(reason)) run({ id: row.id, version: row.version, pass: false, reason, why })
        }}
      />
    </Sheet>
  )
}
