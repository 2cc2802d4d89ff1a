import { useState } from 'react'
import { articleLimits, articleTopics, type ArticleTopic } from '#domain/article'
import type { Output } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords, Unanswered, unreachedWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { readingOf } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { NotHere } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { PickerField } from '../../ui/picker-field'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { useLibraryChanged, usePrefill } from './queries'
import { TradesField } from './trades-field'
import { keepRefusals, prefillRefusals, topicWords } from './words'

interface Props {
  readonly channel: Id<'channel'>
  readonly seq: number
  readonly onKept: (id: Id<'article'>) => void
}

const Form = ({ channel, seq, onKept, first }: Props & { readonly first: Output<'article.prefill'> }) => {
  const [question, setQuestion] = useState(first.question)
  const [answer, setAnswer] = useState(first.answer)
  const [topic, setTopic] = useState<ArticleTopic>('other')
  const [trades, setTrades] = useState(first.trades)
  const changed = useLibraryChanged()
  const keyed = useKeyed()
  const body = { channel, seq, question, answer, topic, trades }
  const { busy, failure, run, forgetFailure } = useAct(
    () => keyed(body, (key) => call('article.fromAnswer', { ...body, key })),
    async ({ id }) => {
      await changed()
      onKept(id)
    },
  )
  const blocked = question.trim() === '' ? '先写问题' : answer.trim() === '' ? '先写答复' : null
  const foot = (
    <SendFoot
      failure={failure && failureWords(failure, keepRefusals, unreachedWords)}
      word="存为常见问题"
      busy={busy}
      busyWord="正在保存"
      blocked={blocked}
      onTap={run}
    />
  )
  return (
    <Screen foot={foot}>
      <Notice
        tone="info"
        icon="person"
        words="您包保的店铺都会看到，群里会发一张卡片。不写是谁问的、哪家店、电话。"
      />
      <Card>
        <Text as="strong">问题</Text>
        <WordsField
          boxed
          label="问题"
          hint="大家会怎么问"
          value={question}
          most={articleLimits.title}
          disabled={busy}
          onChange={(words) => {
            forgetFailure()
            setQuestion(words)
          }}
        />
        <Text as="strong">答复</Text>
        <WordsField
          boxed
          label="答复"
          hint="怎么做，一段一行"
          value={answer}
          most={articleLimits.words}
          disabled={busy}
          onChange={(words) => {
            forgetFailure()
            setAnswer(words)
          }}
        />
        <PickerField
          name="讲什么"
          options={articleTopics.map((one) => topicWords[one])}
          at={articleTopics.indexOf(topic)}
          disabled={busy}
          onChange={(at) => {
            setTopic(articleTopics[at] ?? 'other')
          }}
        />
      </Card>
      <Card>
        <TradesField value={trades} disabled={busy} onChange={setTrades} />
      </Card>
    </Screen>
  )
}

/** An answer, edited by whoever keeps it, for everybody in this head's group. */
export const FaqScreen = (props: Props) => {
  const query = usePrefill(props.channel, props.seq)
  if (query.data) return <Form {...props} first={query.data} />
  const { failure, retryWord, onRetry } = readingOf(query)
  const own =
    query.error instanceof Unanswered
      ? failureWords(query.error.failure, prefillRefusals, unreachedWords)
      : failure
  return (
    <Screen>
      <NotHere failure={own} retryWord={retryWord} onRetry={onRetry} cards={2} />
    </Screen>
  )
}
