import type { Article } from '#domain/article'
import type { ArticleRow, DraftRow } from '#domain/contract/article'

import { everybody, type LibraryEntry } from '../../store/articles'
import { namesOf } from '../../store/districts'

export const rowsOf = async (entries: readonly LibraryEntry[]): Promise<readonly ArticleRow[]> => {
  const names = await namesOf(
    'trades',
    entries.flatMap(({ trades }) => trades ?? []),
  )
  return entries.map(({ id, kind, title, topic, trades, lead, edition, at, audience }) => ({
    ...{ id, kind, title, topic, lead, edition, at },
    trades: trades?.flatMap((trade) => names.get(trade) ?? []) ?? null,
    local: audience !== everybody,
  }))
}

export const draftRow = ({ id, kind, text, status, scope, version, changedAt }: Article): DraftRow => ({
  ...{ id, kind, status, changedAt },
  ...{ title: text.title, topic: text.topic },
  ahead: status.kind === 'published' && version > status.from + 1,
  scope: scope.kind,
})
