import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { QuestionRow } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { settledHows, type SettledHow } from '#domain/question'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useAct } from '../../platform/use-act'
import { useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { DeadlineChip } from '../../ui/deadline-chip'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { useQuestions } from './queries'
import { lineWords, settledHowWords } from './words'

const HOUR = 3_600_000

const whoWords = ({ who, shopName }: QuestionRow): string =>
  shopName === null ? who : `${who} · ${shopName}`

interface CardProps {
  readonly question: QuestionRow
  /** the one to answer next */
  readonly first: boolean
  readonly onOpen: () => void
  readonly onSettle: () => void
}

const QuestionCard = ({ question, first, onOpen, onSettle }: CardProps) => {
  const { dueAt, askedAt, line, title, told } = question
  return (
    <Card>
      <Row apart wrap>
        <Text as="small">{`${title.kind === 'desk' ? '单独问您' : '在群里问'} · ${momentWords(askedAt, serverNow())}`}</Text>
        <DeadlineChip due={dueAt} now={serverNow()} amber={dueAt - HOUR} />
      </Row>
      <View>
        <Text as="strong">{whoWords(question)}</Text>
        <Text>{lineWords(line)}</Text>
        {told > 1 && <Text as="small">超时没有回复，已提醒副店长{told > 2 ? '和区指挥部' : ''}。</Text>}
      </View>
      <Row>
        <Button word="去回复" icon="chat" kind={first ? 'primary' : 'soft'} onTap={onOpen} />
        <Button word="已在别处答复" kind="plain" onTap={onSettle} />
      </Row>
    </Card>
  )
}

const SettleSheet = ({
  question,
  onClose,
}: {
  readonly question: QuestionRow
  readonly onClose: () => void
}) => {
  const client = useQueryClient()
  const { run, busy, failure } = useAct(
    (how: SettledHow) => call('question.settle', { id: question.id, how }),
    async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['questions'] })
    },
  )
  return (
    <Sheet title="这个问题怎么处理的" onClose={onClose} held={busy}>
      <Text as="small">{`${whoWords(question)}：${lineWords(question.line)}`}</Text>
      {failure && <Notice words={failureWords(failure, {}, unreachedWords)} />}
      {settledHows.map((how) => (
        <Button
          key={how}
          word={settledHowWords[how]}
          kind="soft"
          busy={busy}
          onTap={() => {
            run(how)
          }}
        />
      ))}
    </Sheet>
  )
}

interface Props {
  readonly onOpen: (channel: Id<'channel'>, seq: number) => void
  readonly onHome: () => void
}

/** What owners have asked and nobody has answered, by when an answer is due. */
export const QuestionsScreen = ({ onOpen, onHome }: Props) => {
  const questions = useEndless(useQuestions())
  const [settling, setSettling] = useState<QuestionRow | null>(null)
  return (
    <Screen>
      <Listed
        list={questions}
        moreWord="再看后面的"
        empty={<EmptyState icon="check" words="没有等您回复的问题。" actionWord="回首页" onAction={onHome} />}
      >
        {(rows) =>
          rows.map((question, at) => (
            <QuestionCard
              key={question.id}
              question={question}
              first={at === 0}
              onOpen={() => {
                onOpen(question.channel, question.seq)
              }}
              onSettle={() => {
                setSettling(question)
              }}
            />
          ))
        }
      </Listed>
      {settling && (
        <SettleSheet
          question={settling}
          onClose={() => {
            setSettling(null)
          }}
        />
      )}
    </Screen>
  )
}
