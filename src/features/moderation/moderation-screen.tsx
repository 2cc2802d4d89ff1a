import { useState, type ReactNode } from 'react'
import type { ModerationRow } from '#domain/contract/moderation'
import { useEndless } from '../../platform/use-pages'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { ModerationCard } from './moderation-card'
import { useModeration } from './queries'
import { RefuseSheet } from './refuse-sheet'

interface Props {
  /** draws what was said or shown; `renew` reads it again where its addresses have run out */
  readonly draw: (body: ModerationRow['body'], renew: () => void) => ReactNode
  readonly onHome: () => void
}

/** What the check could not decide, for a person to look at: the longest waiting first. */
export const ModerationScreen = ({ draw, onHome }: Props) => {
  const query = useModeration()
  const list = useEndless(query)
  const [refusing, setRefusing] = useState<ModerationRow | null>(null)
  const renew = () => {
    void query.refetch()
  }
  return (
    <Screen covered={refusing !== null}>
      {list.here && <Text as="small">这些消息现在只有发的人自己看得到。通过了，大家才看得到。</Text>}
      <Listed
        list={list}
        cards={3}
        empty={<EmptyState icon="check" words="没有等着审核的内容。" actionWord="回首页" onAction={onHome} />}
        moreWord="再看几条"
      >
        {(rows) =>
          rows.map((row) => (
            <ModerationCard
              key={row.id}
              row={row}
              onRefuse={() => {
                setRefusing(row)
              }}
            >
              {draw(row.body, renew)}
            </ModerationCard>
          ))
        }
      </Listed>
      {refusing && (
        <RefuseSheet
          row={list.rows.find(({ id }) => id === refusing.id) ?? refusing}
          onClose={() => {
            setRefusing(null)
          }}
        />
      )}
    </Screen>
  )
}
