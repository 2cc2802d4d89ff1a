import { useState } from 'react'
import { careWords } from '#domain/care-words'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Card } from '../../ui/card'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { useRefresh } from './queries'
import { guidanceRefusals, safeWords } from './words'

interface Props {
  readonly channel: Id<'channel'>
  readonly seq: number
  readonly shopName: string
  /** the message's own */
  readonly words: string
  readonly onDone: (id: Id<'guidanceItem'>) => void
}

/** 「转为指导事项」: the message's words stand there already; a tap makes the item. */
export const GuidanceFormScreen = ({ channel, seq, shopName, words: given, onDone }: Props) => {
  const [words, setWords] = useState(given)
  const refresh = useRefresh()
  const { run, busy, failure, forgetFailure } = useAct(
    () => call('guidance.open', { channel, seq, words }),
    async ({ id }) => {
      await refresh()
      onDone(id)
    },
  )
  return (
    <Screen
      foot={
        <SendFoot
          failure={failure && failureWords(failure, guidanceRefusals)}
          word="记为指导事项"
          busy={busy}
          blocked={words.trim() === '' ? '先写要做什么' : null}
          busyWord="正在提交"
          onTap={() => {
            run()
          }}
        />
      }
    >
      <Card title="请店里做什么">
        {shopName !== '' && <Text as="strong">{shopName}</Text>}
        <WordsField
          label="请店里做什么"
          hint="例如：抹布按颜色分开用"
          value={words}
          most={careWords}
          disabled={busy}
          boxed
          onChange={(next) => {
            forgetFailure()
            setWords(next)
          }}
        />
        <Text as="small">{`${safeWords}只有这家店和店长看得到，群里不显示。`}</Text>
      </Card>
    </Screen>
  )
}
