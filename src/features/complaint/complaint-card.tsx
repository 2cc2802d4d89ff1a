import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ComplainedMessage, ComplaintRow } from '#domain/contract/complaint'
import type { ComplaintSubject } from '#domain/complaint'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Hairline } from '../../ui/field'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { momentWords } from '../../ui/time-words'
import { complainedWords, reasonWords, subjectWords } from './words'

interface Props {
  readonly row: ComplaintRow
  /** null where there is nothing to answer, or not by this reader */
  readonly onAnswer: ((row: ComplaintRow) => void) | null
  readonly onAbout: ((about: ComplaintSubject) => void) | null
  /** draws the message that a complaint is about */
  readonly draw: (body: ComplainedMessage['body']) => ReactNode
}

/** Nobody but its author knows who wrote it. */
export const ComplaintCard = ({ row, onAnswer, onAbout, draw }: Props) => {
  const { reason, words, about, at, status, message } = row
  const now = serverNow()
  return (
    <Card>
      <Row apart>
        <Text as="strong">{reasonWords[reason]}</Text>
        {status.kind === 'open' ? (
          <Chip tone="info" icon="clock" word="待答复" />
        ) : (
          <Chip tone="good" icon="check" word="已答复" />
        )}
      </Row>
      <Text>{words}</Text>
      <Text as="note">
        {about === null ? momentWords(at, now) : `举报${subjectWords[about.kind]} · ${momentWords(at, now)}`}
      </Text>
      {message && (
        <>
          <Hairline />
          <Text as="note">{complainedWords(message, now)}</Text>
          {draw(message.body)}
        </>
      )}
      {about !== null && (about.kind === 'report' || about.kind === 'shop') && onAbout && (
        <TextLink
          word={`看这${about.kind === 'report' ? '件反映' : '家店铺'}`}
          onTap={() => {
            onAbout(about)
          }}
        />
      )}
      {status.kind === 'answered' && (
        <>
          <Hairline />
          <View>
            <Text as="small">{`答复 · ${momentWords(status.at, now)}`}</Text>
            <Text>{status.words}</Text>
          </View>
        </>
      )}
      {onAnswer && (
        <Button
          word="答复"
          kind="soft"
          small
          onTap={() => {
            onAnswer(row)
          }}
        />
      )}
    </Card>
  )
}
