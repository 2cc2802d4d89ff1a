import { useState } from 'react'
import type { ArticleStatus } from '#domain/article'
import type { DraftRow } from '#domain/contract/article'
import type { Id } from '#domain/kernel/id'
import { serverNow } from '../../platform/server-clock'
import { useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { momentWords } from '../../ui/time-words'
import { useDrafts } from './queries'
import { statusWords, topicWords } from './words'

const kinds = ['draft', 'published', 'withdrawn'] as const

interface Props {
  /** null: a new one */
  readonly onEdit: (id: Id<'article'> | null) => void
  readonly onCanned: () => void
}

const noteOf = ({ topic, scope, changedAt }: DraftRow): string =>
  `${topicWords[topic]} · ${scope === 'caseload' ? '一位店长的店铺' : '全区'} · ${momentWords(changedAt, serverNow())}`

/** The editors' own list: what is being written, what is out, what was taken back. */
export const DraftsScreen = ({ onEdit, onCanned }: Props) => {
  const [status, setStatus] = useState<ArticleStatus['kind']>('published')
  const drafts = useEndless(useDrafts(status))
  return (
    <Screen>
      <Button
        word="写一篇指南"
        icon="plus"
        onTap={() => {
          onEdit(null)
        }}
      />
      <Button word="话术" kind="soft" icon="chat" onTap={onCanned} />
      <Segments
        label="哪些"
        options={kinds.map((kind) => [kind, statusWords[kind]])}
        value={status}
        onChange={setStatus}
      />
      <Listed
        list={drafts}
        moreWord="再看一些"
        empty={
          <EmptyState
            words={`没有${statusWords[status]}的。`}
            actionWord="写一篇指南"
            onAction={() => {
              onEdit(null)
            }}
          />
        }
      >
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <RowLine
                key={row.id}
                title={row.title}
                note={noteOf(row)}
                onTap={() => {
                  onEdit(row.id)
                }}
              >
                {row.kind === 'faq' && <Chip tone="info" icon="chat" word="常见问题" />}
                {row.ahead && <Chip tone="warn" icon="clock" word="有没发布的修改" />}
              </RowLine>
            ))}
          </Rows>
        )}
      </Listed>
    </Screen>
  )
}
