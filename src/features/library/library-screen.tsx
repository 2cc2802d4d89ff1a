import type { ArticleRow } from '#domain/contract/article'
import { isRefused } from '../../platform/outcome'
import { readingOf, useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Listed, NotHere } from '../../ui/listed'
import { Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { ArticleLine } from './article-row'
import { FilterCard } from './filter-card'
import { useArticles } from './queries'
import { useFilter } from './use-filter'

interface Props {
  readonly onOpen: (row: ArticleRow) => void
  readonly onHome: () => void
  /** for editors */
  readonly onDrafts: (() => void) | null
  /** for whoever answers owners */
  readonly onCanned: (() => void) | null
}

/** The guidance of the district, and what owners of the reader's head often ask. */
export const LibraryScreen = ({ onOpen, onHome, onDrafts, onCanned }: Props) => {
  const { filter, fields, narrowed, clear } = useFilter()
  const query = useArticles(filter)
  const articles = useEndless(query)
  const short = filter.words !== '' && Array.from(filter.words).length < 2
  // Not this reader's at all: there is nothing to search.
  if (!narrowed && isRefused(query.error))
    return (
      <Screen>
        <NotHere {...readingOf(query)} />
      </Screen>
    )
  return (
    <Screen>
      <FilterCard {...fields} />
      {onDrafts !== null && <Button word="编写指南" kind="soft" icon="plus" onTap={onDrafts} />}
      {onCanned !== null && <Button word="我的话术" kind="soft" icon="chat" onTap={onCanned} />}
      {short ? (
        <Text as="small" centred>
          请再输入一个字
        </Text>
      ) : (
        <Listed
          list={articles}
          moreWord="再看一些"
          empty={
            <EmptyState
              words={
                narrowed ? '没有找到，换个词再试，或直接在群里问店长。' : '这里还没有指南，有事先问店长。'
              }
              actionWord={narrowed ? '看全部' : '回首页'}
              onAction={narrowed ? clear : onHome}
            />
          }
        >
          {(rows) => (
            <Rows>
              {rows.map((row) => (
                <ArticleLine key={row.id} row={row} onTap={onOpen} />
              ))}
            </Rows>
          )}
        </Listed>
      )}
    </Screen>
  )
}
