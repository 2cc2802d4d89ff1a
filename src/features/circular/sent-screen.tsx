import type { Id } from '#domain/kernel/id'
import { serverNow } from '../../platform/server-clock'
import { useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { useSent, type SentScope } from './queries'
import { knownWords } from './words'

const chips = {
  open: { tone: 'brand', icon: 'clock', word: '收集中' },
  closed: { tone: 'mute', icon: 'check', word: '已结束' },
  withdrawn: { tone: 'mute', icon: 'close', word: '已撤回' },
} as const

interface Props {
  readonly scope: SentScope
  readonly onOpen: (id: Id<'circular'>) => void
  readonly onWrite: () => void
}

/** What was sent, newest first, and how many know. */
export const SentScreen = ({ scope, onOpen, onWrite }: Props) => {
  const list = useEndless(useSent(scope))
  return (
    <Screen foot={list.rows.length > 0 ? <Button word="写一条通知" onTap={onWrite} /> : null}>
      <Listed
        list={list}
        empty={
          <EmptyState
            words="还没有发过须确认的通知。发出后，谁确认了、谁没确认，都会列在这里。"
            actionWord="写一条通知"
            onAction={onWrite}
          />
        }
      >
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <RowLine
                key={row.id}
                title={row.title}
                note={[scope === 'district' && row.headName, momentWords(row.at, serverNow())]
                  .filter((part) => typeof part === 'string' && part !== '')
                  .join(' · ')}
                aside={<Chip {...chips[row.status]} />}
                onTap={() => {
                  onOpen(row.id)
                }}
              >
                <Text as="small">{knownWords(row)}</Text>
              </RowLine>
            ))}
          </Rows>
        )}
      </Listed>
    </Screen>
  )
}
