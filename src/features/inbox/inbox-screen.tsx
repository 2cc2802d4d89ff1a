import { useMutation, useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Role } from '#domain/actor'
import type { InboxEntry } from '#domain/contract/inbox'
import type { Instant } from '#domain/kernel/instant'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useEndless, usePages } from '../../platform/use-pages'
import { Chip } from '../../ui/chip'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { momentWords } from '../../ui/time-words'
import { Card } from '../../ui/card'
import { noticeWords } from './words'

const useInbox = () => usePages({ key: ['inbox'], read: (cursor) => call('inbox.list', { cursor }) })

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
  const happened = noticeWords(entry, nameOf)
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
  /** stands above the notices */
  readonly top?: ReactNode
  /** how a role is called */
  readonly nameOf: (role: Role) => string
  readonly onOpen: (entry: InboxEntry) => void
  readonly onSnap: () => void
}

export const InboxScreen = ({ top = null, nameOf, onOpen, onSnap }: Props) => {
  const inbox = useEndless(useInbox())
  const markRead = useMarkRead()
  const newest = inbox.rows[0]

  return (
    <Screen>
      {top}
      {newest && inbox.rows.some(({ read }) => !read) && (
        <Row>
          <TextLink
            word={markRead.isPending ? '正在标为已读' : '全部标为已读'}
            onTap={() => {
              if (!markRead.isPending) markRead.mutate(newest.at)
            }}
          />
        </Row>
      )}
      <Listed
        list={inbox}
        empty={
          <EmptyState
            icon="chat"
            words="还没有消息。反映的问题有进展时，会在这里告诉您。"
            actionWord="拍照反映"
            onAction={onSnap}
          />
        }
      >
        {(entries) =>
          entries.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              nameOf={nameOf}
              onTap={() => {
                if (!entry.read) markRead.mutate(entry.at)
                onOpen(entry)
              }}
            />
          ))
        }
      </Listed>
    </Screen>
  )
}
