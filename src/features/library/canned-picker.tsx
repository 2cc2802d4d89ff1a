import { useState } from 'react'
import type { ArticleTopic } from '#domain/article'
import type { CannedRow } from '#domain/contract/canned-answer'
import type { Id } from '#domain/kernel/id'
import { useEndless } from '../../platform/use-pages'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { Sheet } from '../../ui/sheet'
import { Chips } from './chips'
import { topicOptions } from './filter-card'
import { useCanned } from './queries'
import { cannedOwnerWords } from './words'

interface Props {
  readonly channel: Id<'channel'>
  /** the words, filled for the shop of this channel: into the field, to be read before they are sent */
  readonly onPick: (words: string) => void
  readonly onClose: () => void
}

const noteOf = ({ of, left }: CannedRow): string =>
  left.length === 0 ? cannedOwnerWords[of] : `${cannedOwnerWords[of]} · 还要填：${left.join('、')}`

/** For whoever writes a message: words that are often needed, with this shop's facts in them. */
export const CannedPicker = ({ channel, onPick, onClose }: Props) => {
  const [topic, setTopic] = useState<ArticleTopic | null>(null)
  const answers = useEndless(useCanned(channel, topic))
  return (
    <Sheet title="选一条话术" onClose={onClose}>
      <Chips label="讲什么" options={topicOptions} value={topic} onChange={setTopic} />
      <Listed
        list={answers}
        cards={2}
        moreWord="再看一些"
        empty={<EmptyState words="这一类还没有话术。" actionWord="关闭" onAction={onClose} />}
      >
        {(rows) => (
          <Rows wide={false}>
            {rows.map((row) => (
              <RowLine
                key={row.id}
                title={row.filled}
                note={noteOf(row)}
                onTap={() => {
                  onPick(row.filled)
                }}
              />
            ))}
          </Rows>
        )}
      </Listed>
    </Sheet>
  )
}
