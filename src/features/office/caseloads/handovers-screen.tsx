import { useState } from 'react'
import type { HandOverRow } from '#domain/contract/caseload'
import { startOf } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import type { Instant } from '#domain/kernel/instant'
import { call } from '../../../platform/cloud'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { EmptyState } from '../../../ui/empty-state'
import { Field } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Row } from '../../../ui/row'
import { Rows, RowLine } from '../../../ui/rows'
import { Screen } from '../../../ui/screen'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { TextLink } from '../../../ui/text-link'
import { dayWords, momentWords } from '../../../ui/time-words'
import { shopsWords } from '../shared/numbers'
import { Paged, usePages } from '../shared/paged'
import { useOfficeAct } from '../shared/use-office-act'

interface Props {
  /** one caseload's, or the district's */
  readonly caseload: Id<'caseload'> | null
  readonly onCaseloads: () => void
}

const markOf = ({ status }: HandOverRow, now: Instant) => {
  switch (status.kind) {
    case 'planned':
      return { tone: 'info', icon: 'clock', word: `${dayWords(startOf(status.on), now)}交接` } as const
    case 'done':
      return { tone: 'good', icon: 'check', word: '已交接' } as const
    case 'cancelled':
      return { tone: 'mute', icon: 'close', word: '已取消' } as const
    case 'failed':
      return { tone: 'bad', icon: 'warn', word: '没有办成' } as const
  }
}

/** Planned, done, cancelled or failed: who, when, from, to, how many. */
export const HandOversScreen = ({ caseload, onCaseloads }: Props) => {
  const [asking, setAsking] = useState<HandOverRow | null>(null)
  const { run, busy, failure, forgetFailure } = useOfficeAct()
  const now = serverNow()
  const pages = usePages<HandOverRow>({
    key: ['handovers', caseload],
    read: (cursor) => call('handover.list', { caseload, cursor }),
  })
  const close = () => {
    forgetFailure()
    setAsking(null)
  }
  const cancel = ({ id, version }: HandOverRow) => {
    run({ body: [id, version], send: () => call('handover.cancel', { id, version }), onDone: close })
  }
  return (
    <Screen>
      <Paged
        pages={pages}
        moreWord="再看更早的"
        empty={
          <EmptyState
            words="还没有交接过店铺。在「店长与店铺」里打开一位店长，就能交接。"
            actionWord="去店长与店铺"
            onAction={onCaseloads}
          />
        }
      >
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <RowLine
                key={row.id}
                title={`${row.from} → ${row.to} · ${shopsWords(row.shops)}`}
                note={`${row.by} · ${momentWords(row.at, now)}`}
              >
                <Chip {...markOf(row, now)} />
                {row.status.kind === 'failed' && (
                  <Text as="small">到那天有店铺已转走，或接手的人已不管这些店，请重新交接。</Text>
                )}
                {row.status.kind === 'planned' && (
                  <TextLink
                    word="取消这次交接"
                    onTap={() => {
                      setAsking(row)
                    }}
                  />
                )}
              </RowLine>
            ))}
          </Rows>
        )}
      </Paged>
      {asking !== null && (
        <Sheet title="取消这次交接" onClose={close} held={busy}>
          <Field name="交出" value={asking.from} />
          <Field name="接手" value={asking.to} />
          <Field name="店铺" value={shopsWords(asking.shops)} />
          <Text as="small">取消后店铺留在原来的店长名下，之后可以重新安排。</Text>
          {failure !== null && <Notice words={failure.words} />}
          <Row>
            <Button word="先不取消" kind="plain" busy={busy} onTap={close} />
            <Button
              word="确认取消"
              busy={busy}
              onTap={() => {
                cancel(asking)
              }}
            />
          </Row>
        </Sheet>
      )}
    </Screen>
  )
}
