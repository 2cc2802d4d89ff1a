import { useState } from 'react'
import type { ArticleTopic } from '#domain/article'
import type { CannedRow } from '#domain/contract/canned-answer'
import { useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { CannedSheet, type Editing } from './canned-sheet'
import { Chips } from './chips'
import { topicOptions } from './filter-card'
import { useCanned } from './queries'
import { cannedOwnerWords, topicWords } from './words'

interface Props {
  /** what this person writes for everybody, besides one's own */
  readonly commands: boolean
}

const noteOf = ({ of, topic, mine }: CannedRow): string =>
  `${cannedOwnerWords[of]} · ${topicWords[topic]}${mine ? '' : ' · 由区指挥部改'}`

/** Words that are often needed: the district's, the authority's and one's own. */
export const CannedScreen = ({ commands }: Props) => {
  const [topic, setTopic] = useState<ArticleTopic | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const answers = useEndless(useCanned(null, topic))
  const add = () => {
    setEditing({ row: null })
  }
  return (
    <Screen>
      <Chips label="讲什么" options={topicOptions} value={topic} onChange={setTopic} />
      <Button word="写一条话术" icon="plus" onTap={add} />
      <Listed
        list={answers}
        moreWord="再看一些"
        empty={
          <EmptyState
            words="这一类还没有话术，常说的话写一条，聊天时一点就有。"
            actionWord="写一条"
            onAction={add}
          />
        }
      >
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <RowLine
                key={row.id}
                title={row.words}
                note={noteOf(row)}
                {...(row.mine && {
                  onTap: () => {
                    setEditing({ row })
                  },
                })}
              />
            ))}
          </Rows>
        )}
      </Listed>
      {editing !== null && (
        <CannedSheet
          key={editing.row?.id ?? 'new'}
          editing={editing}
          commands={commands}
          onClose={() => {
            setEditing(null)
          }}
        />
      )}
    </Screen>
  )
}
