import { useState } from 'react'
import { dayAfter, dayOf } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import { visitLimits, type VisitTime } from '#domain/visit'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { Card } from '../../ui/card'
import { InputLine } from '../../ui/input-line'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Text } from '../../ui/text'
import { useRefresh } from './queries'
import { TimeFields } from './time-fields'
import { visitRefusals } from './words'

const morning = 9 * 60 + 30

interface Props {
  readonly shop: Id<'shop'>
  readonly shopName: string
  readonly onDone: () => void
}

/** 「约上门指导」: tomorrow morning stands there already. */
export const VisitFormScreen = ({ shop, shopName, onDone }: Props) => {
  const [when, setWhen] = useState<VisitTime>(() => ({
    day: dayAfter(dayOf(serverNow()), 1),
    time: morning,
  }))
  const [topic, setTopic] = useState('')
  const keyed = useKeyed()
  const refresh = useRefresh()
  const order = { shop, ...when, topic }
  const { run, busy, failure, forgetFailure } = useAct(
    () => keyed(order, (key) => call('visit.plan', { ...order, key })),
    async () => {
      await refresh()
      onDone()
    },
  )
  return (
    <Screen
      foot={
        <SendFoot
          failure={failure && failureWords(failure, visitRefusals)}
          word="约好，告诉店里"
          busy={busy}
          blocked={topic.trim() === '' ? '先写去指导什么' : null}
          busyWord="正在提交"
          onTap={() => {
            run()
          }}
        />
      }
    >
      <Card title="什么时候去">
        <Text as="strong">{shopName}</Text>
        <TimeFields
          when={when}
          disabled={busy}
          onChange={(next) => {
            forgetFailure()
            setWhen(next)
          }}
        />
      </Card>
      <Card title="去指导什么">
        <InputLine
          label="去指导什么"
          hint="例如：消毒柜怎么用"
          value={topic}
          most={visitLimits.topic}
          disabled={busy}
          onChange={(next) => {
            forgetFailure()
            setTopic(next)
          }}
        />
        <Text as="small">一个人去就行：不打分，不用签字。店里会收到通知，可以说想换个时间。</Text>
      </Card>
    </Screen>
  )
}
