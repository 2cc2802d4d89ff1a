import { useState, type ReactNode } from 'react'
import type { ArticleView } from '#domain/contract/article'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords, isRefused, unreachedWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useAct } from '../../platform/use-act'
import { readingOf } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { NotHere } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { Blocks, linesOf } from './blocks'
import { Confirm } from '../../ui/confirm'
import { useArticle, useLibraryChanged } from './queries'
import { topicWords, tradesWords, withdrawRefusals } from './words'

interface Props {
  readonly id: Id<'article'>
  /** null: the newest */
  readonly edition: number | null
  readonly onNewest: () => void
  readonly onHome: () => void
  /** a button that reads these lines aloud, where the platform can */
  readonly listen: (lines: readonly string[]) => ReactNode
}

const Withdrawing = ({ id, version }: { readonly id: Id<'article'>; readonly version: number }) => {
  const [asked, setAsked] = useState(false)
  const changed = useLibraryChanged()
  const { busy, failure, run } = useAct(
    () => call('article.withdraw', { id, version }),
    async () => {
      setAsked(false)
      await changed()
    },
  )
  return (
    <>
      <Button
        word="撤下这一篇"
        kind="plain"
        onTap={() => {
          setAsked(true)
        }}
      />
      {asked && (
        <Confirm
          title="撤下这一篇？"
          words="撤下后大家都看不到内容，发过的卡片会写「已撤下」。"
          actWord="撤下"
          busy={busy}
          failure={failure && failureWords(failure, withdrawRefusals, unreachedWords)}
          onAct={run}
          onClose={() => {
            setAsked(false)
          }}
        />
      )}
    </>
  )
}

const Read = ({
  view,
  onNewest,
  listen,
}: { readonly view: ArticleView } & Pick<Props, 'onNewest' | 'listen'>) => {
  const { id, kind, title, topic, trades, at, current, edition, blocks, local, mayWithdraw } = view
  const about = kind === 'faq' ? (local ? '常见问题 · 本群' : '常见问题') : topicWords[topic]
  const newer = current !== null && current !== edition
  return (
    <Screen>
      {newer && <Notice tone="info" icon="list" words="这是之前发的一版，现在有更新的版本。" />}
      {newer && <Button word="看最新的" kind="soft" small onTap={onNewest} />}
      {current === null && (
        <Notice tone="warn" words="这一篇已撤下，内容可能不再适用，请问您的店长，或打 12345。" />
      )}
      <Card>
        <Text as="title">{title}</Text>
        <Text as="small">{`${about} · ${tradesWords(trades)} · ${momentWords(at, serverNow())}`}</Text>
        {current !== null && listen(linesOf(title, blocks))}
        <Blocks blocks={blocks} />
      </Card>
      {mayWithdraw !== null && <Withdrawing id={id} version={mayWithdraw.version} />}
    </Screen>
  )
}

/** One article, as it was sent or as it stands today. */
export const ArticleScreen = ({ id, edition, onNewest, onHome, listen }: Props) => {
  const query = useArticle(id, edition)
  if (query.data && !isRefused(query.error))
    return <Read view={query.data} onNewest={onNewest} listen={listen} />
  const { failure, onRetry } = readingOf(query)
  const refused = isRefused(query.error)
  return (
    <Screen>
      <NotHere
        failure={refused ? '没有找到这一篇，可能已撤下，或不归您看。' : failure}
        retryWord={refused ? '回首页' : '重试'}
        onRetry={refused ? onHome : onRetry}
        cards={1}
        tall
      />
    </Screen>
  )
}
