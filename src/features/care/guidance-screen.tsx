import { View } from '@tarojs/components'
import { useState } from 'react'
import type { GuidanceOf, GuidanceRow } from '#domain/contract/guidance'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useAct } from '../../platform/use-act'
import { useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { momentWords } from '../../ui/time-words'
import { useGuidance, useRefresh } from './queries'
import { guidanceRefusals, guidanceState, safeWords } from './words'
import { WordsForm } from './words-form'

interface CardProps {
  readonly row: GuidanceRow
  readonly onSource: ((channel: Id<'channel'>, seq: number) => void) | null
  readonly onDrop: () => void
}

const GuidanceCard = ({ row, onSource, onDrop }: CardProps) => {
  const { id, version, shopName, words, at, status, from, may } = row
  const refresh = useRefresh()
  const { run, busy, failure } = useAct(
    (kind: 'sayDone' | 'close') => call('guidance.move', { id, version, move: { kind } }),
    refresh,
  )
  return (
    <Card>
      <Row apart wrap>
        <Text as="small">{`${shopName} · ${momentWords(at, serverNow())}`}</Text>
        <Chip {...guidanceState(status)} />
      </Row>
      <View>
        <Text as="strong">{words}</Text>
        {status.kind === 'dropped' && <Text as="small">{`取消的原因：${status.why}`}</Text>}
        {from.kind === 'visit' && <Text as="small">上门指导时留下的</Text>}
      </View>
      {from.kind === 'message' && onSource && (
        <TextLink
          word="看原来的消息"
          onTap={() => {
            onSource(from.channel, from.seq)
          }}
        />
      )}
      {failure && <Notice words={failureWords(failure, guidanceRefusals, unreachedWords)} />}
      {may.includes('sayDone') && (
        <Button
          word="做好了"
          icon="check"
          busy={busy}
          onTap={() => {
            run('sayDone')
          }}
        />
      )}
      {may.includes('close') && (
        <Row>
          <Button
            word="确认完成"
            icon="check"
            busy={busy}
            onTap={() => {
              run('close')
            }}
          />
          <Button word="不用做了" kind="plain" onTap={onDrop} />
        </Row>
      )}
    </Card>
  )
}

interface Props {
  readonly of: GuidanceOf
  readonly onSource: (channel: Id<'channel'>, seq: number) => void
  readonly onHome: () => void
}

/** 指导事项: one, a shop's, or all that is open in one's own shops. */
export const GuidanceScreen = ({ of, onSource, onHome }: Props) => {
  const items = useEndless(useGuidance(of, of.kind === 'caseload'))
  const [dropping, setDropping] = useState<GuidanceRow | null>(null)
  return (
    <Screen covered={dropping !== null}>
      {items.failure === null && <Notice tone="info" icon="check" words={safeWords} />}
      <Listed
        list={items}
        empty={
          <EmptyState
            icon="check"
            words="还没有指导事项。聊天里说到要做的事，店长会记在这里。"
            actionWord="回首页"
            onAction={onHome}
          />
        }
      >
        {(rows) =>
          rows.map((row) => (
            <GuidanceCard
              key={row.id}
              row={row}
              onSource={onSource}
              onDrop={() => {
                setDropping(row)
              }}
            />
          ))
        }
      </Listed>
      {dropping && (
        <WordsForm
          title="不用做了"
          name={`drop:${dropping.id}`}
          about={dropping.words}
          label="原因"
          hint="例如：已换了别的办法"
          word="取消这一条"
          send={(why) =>
            call('guidance.move', {
              id: dropping.id,
              version: dropping.version,
              move: { kind: 'drop', why },
            })
          }
          refusals={guidanceRefusals}
          onClose={() => {
            setDropping(null)
          }}
        />
      )}
    </Screen>
  )
}
