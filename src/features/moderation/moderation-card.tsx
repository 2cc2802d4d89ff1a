import type { ReactNode } from 'react'
import type { ModerationRow } from '#domain/contract/moderation'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { useDecision } from './use-decision'
import { becauseWords, channelWords, sideWords } from './words'

interface Props {
  readonly row: ModerationRow
  /** what was said or shown */
  readonly children: ReactNode
  readonly onRefuse: () => void
}

/** Who wrote it is not told: it is the words and the pictures that are judged. */
export const ModerationCard = ({ row, children, onRefuse }: Props) => {
  const { id, version, channel, standing, at, because } = row
  const { run, busy, failure } = useDecision(() => undefined)
  return (
    <Card>
      <Row apart>
        <Text as="strong">{sideWords[standing]}</Text>
        <Chip tone="info" icon="clock" word={becauseWords[because]} />
      </Row>
      {children}
      <Text as="note">{`${channelWords[channel]} · ${momentWords(at, serverNow())}`}</Text>
      {failure !== null && <Notice words={failure} />}
      <Button
        word="通过"
        kind="soft"
        busy={busy}
        busyWord="正在提交"
        onTap={() => {
          run({ id, version, pass: true, reason: 'other', why: '' })
        }}
      />
      <Button word="不予显示" kind="plain" onTap={onRefuse} />
    </Card>
  )
}
