import type { ArticleRow } from '#domain/contract/article'
import { Chip } from '../../ui/chip'
import { RowLine } from '../../ui/rows'
import { topicWords, tradesWords } from './words'

interface Props {
  readonly row: ArticleRow
  readonly onTap: (row: ArticleRow) => void
}

/** 「消毒规范 · 小旅店」; what owners asked says so. */
export const ArticleLine = ({ row, onTap }: Props) => {
  const { title, topic, trades, kind, local } = row
  const about = `${topicWords[topic]} · ${tradesWords(trades)}`
  const faq = local ? '常见问题 · 本群' : '常见问题'
  return (
    <RowLine
      title={title}
      note={about}
      label={`${title}，${kind === 'faq' ? `${faq}，` : ''}${about}`}
      onTap={() => {
        onTap(row)
      }}
    >
      {kind === 'faq' && <Chip tone="info" icon="chat" word={faq} />}
    </RowLine>
  )
}
