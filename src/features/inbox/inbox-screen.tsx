import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { Role } from '#domain/actor'
import type { InboxEntry } from '#domain/contract/inbox'
import type { Instant } from '#domain/kernel/instant'
import { call } from '../../platform/cloud'
import { readFailureWords, valueOf } from '../../platform/outcome'
import { useReachBottom } from '../../platform/page'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { Card } from '../../ui/card'
import { noticeWords } from './words'

const useInbox = () =>
  useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: async ({ pageParam }) => valueOf(await call('inbox.list', { cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })

const useMarkRead = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (until: Instant) => valueOf(await call('inbox.read', { until })),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['inbox'] }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ]),
  })
}

interface EntryProps {
  readonly entry: InboxEntry
  readonly nameOf: (role: Role) => string
  readonly onTap: () => void
}

const Entry = ({ entry, nameOf, onTap }: EntryProps) => {
  const happened = noticeWords(entry.notice, nameOf)
  const { title } = entry.notice
  const told = [happened, title].filter((part) => part !== '').join('：')
  return (
    <Tappable label={`${told}${entry.read ? '' : '，未读'}`} role="link" onTap={onTap}>
      <Card>
        <Row apart>
          <Text as="strong">{happened}</Text>
          {entry.read ? <View /> : <Chip tone="brand" icon="chat" word="未读" />}
        </Row>
        {title !== '' && <Text>{title}</Text>}
        <Row apart>
          <Text as="note">{entry.notice.kind === 'report' ? entry.notice.number : ''}</Text>
          <Text as="note">{momentWords(entry.at, serverNow())}</Text>
        </Row>
      </Card>
    </Tappable>
  )
}

interface Props {
  /** how a role is called */
  readonly nameOf: (role: Role) => string
  readonly onOpen: (entry: InboxEntry) => void
  readonly onSnap: () => void
}

export const InboxScreen = ({ nameOf, onOpen, onSnap }: Props) => {
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInbox()
  const markRead = useMarkRead()
  const entries = data?.pages.flatMap(({ rows }) => rows) ?? []
  const newest = entries[0]
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  useReachBottom(more)

  return (
    <Screen>
      {isPending && <Skeleton cards={4} />}
      {!data && error && (
        <ErrorState
          words={readFailureWords(error)}
          onRetry={() => {
            void refetch()
          }}
        />
      )}
      {data && entries.length === 0 && (
        <EmptyState
          icon="chat"
          words="还没有消息。反映的问题有进展时，会在这里告诉您。"
          actionWord="拍照反映"
          onAction={onSnap}
        />
      )}
      {newest && entries.some(({ read }) => !read) && (
        <Row>
          <Button
            word="全部标为已读"
            kind="soft"
            small
            busy={markRead.isPending}
            onTap={() => {
              markRead.mutate(newest.at)
            }}
          />
        </Row>
      )}
      {entries.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          nameOf={nameOf}
          onTap={() => {
            if (!entry.read) markRead.mutate(entry.at)
            onOpen(entry)
          }}
        />
      ))}
      {hasNextPage && (
        <Button word="再看更早的" kind="plain" busy={isFetchingNextPage} busyWord="正在打开" onTap={more} />
      )}
    </Screen>
  )
}
