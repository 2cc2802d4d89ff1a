import type { ArticleRow } from '#domain/contract/article'
import type { Id } from '#domain/kernel/id'
import { useEndless } from '../../platform/use-pages'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Rows } from '../../ui/rows'
import { Sheet } from '../../ui/sheet'
import { ArticleLine } from './article-row'
import { FilterCard } from './filter-card'
import { useArticles } from './queries'
import { useFilter } from './use-filter'

interface Props {
  readonly onPick: (article: { readonly id: Id<'article'>; readonly title: string }) => void
  readonly onClose: () => void
}

/** For whoever writes a message: one article to send. */
export const ArticlePicker = ({ onPick, onClose }: Props) => {
  const { filter, fields, clear } = useFilter()
  const articles = useEndless(useArticles(filter))
  const pick = ({ id, title }: ArticleRow) => {
    onPick({ id, title })
  }
  return (
    <Sheet title="发一篇指南" onClose={onClose}>
      <FilterCard {...fields} />
      <Listed
        list={articles}
        cards={2}
        moreWord="再看一些"
        empty={<EmptyState words="没有找到，换个词再试。" actionWord="看全部" onAction={clear} />}
      >
        {(rows) => (
          <Rows wide={false}>
            {rows.map((row) => (
              <ArticleLine key={row.id} row={row} onTap={pick} />
            ))}
          </Rows>
        )}
      </Listed>
    </Sheet>
  )
}
