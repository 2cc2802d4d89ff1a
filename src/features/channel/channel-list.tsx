import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ChannelRow } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { serverNow } from '../../platform/server-clock'
import { useChannelsInFront } from '../../platform/use-channels'
import { readingOf } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { NotHere } from '../../ui/listed'
import { Rows } from '../../ui/rows'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import sheet from './channel-list.module.scss'
import { lineWords, promiseWords, signOf, titleWords } from './words'

const cx = classes(sheet)
const MOST = 99

const latestWords = ({ latest }: ChannelRow): string => {
  if (latest === null) return '还没有消息'
  return latest.who === '' ? lineWords(latest.line) : `${latest.who}：${lineWords(latest.line)}`
}

const labelOf = (row: ChannelRow, title: string): string =>
  [
    title,
    row.unread > 0 && `${String(row.unread)} 条未读`,
    row.called && '有人@您',
    row.muted && '已免打扰',
    latestWords(row),
  ]
    .filter((part) => part !== false)
    .join('，')

interface LineProps {
  readonly row: ChannelRow
  readonly title: string
  readonly onTap: () => void
}

/** One channel: who, the last line, when, and how many are unread as a number. */
const ChannelLine = ({ row, title, onTap }: LineProps) => {
  const { latest, unread, muted, called, standing } = row
  return (
    <Tappable label={labelOf(row, title)} role="link" className={cx('line')} onTap={onTap}>
      <View aria-hidden className={cx('sign')}>
        {Array.from(signOf(row, standing))[0] ?? ''}
      </View>
      <View className={cx('words')}>
        <View className={cx('head')}>
          <View className={cx('title')}>{title}</View>
          <View className={cx('time')}>{latest === null ? '' : momentWords(latest.at, serverNow())}</View>
        </View>
        <View className={cx('head')}>
          {called && <View className={cx('called')}>有人@您</View>}
          <View className={cx('last')}>{latestWords(row)}</View>
          {muted && <Icon name="mute" size="small" />}
          {unread > 0 && (
            <View className={cx('badge', muted && 'quiet')}>{unread > MOST ? '99+' : String(unread)}</View>
          )}
        </View>
      </View>
    </Tappable>
  )
}

interface Props {
  readonly owner: boolean
  readonly onOpen: (id: Id<'channel'>) => void
  readonly onHome: () => void
}

/** A head has a desk for each shop: so many at first, as many more at each tap. */
const AT_ONCE = 20

/** The channels a person is in, what is unread on top. */
export const ChannelList = ({ owner, onOpen, onHome }: Props) => {
  const channels = useChannelsInFront()
  const [most, setMost] = useState(AT_ONCE)
  const rows = channels.data?.rows
  if (!rows) return <NotHere {...readingOf(channels)} cards={2} />
  if (rows.length === 0)
    return (
      <EmptyState
        icon="chat"
        words="还没有群。店铺认领确认、安排了店长以后，这里就能和店长说话。"
        actionWord="回首页"
        onAction={onHome}
      />
    )
  return (
    <>
      <Rows wide={false}>
        {rows.slice(0, most).map((row) => {
          const title = titleWords(row, row.standing)
          return (
            <ChannelLine
              key={row.id}
              row={row}
              title={title}
              onTap={() => {
                onOpen(row.id)
              }}
            />
          )
        })}
      </Rows>
      {rows.length > most && (
        <Button
          word={`再看 ${String(Math.min(AT_ONCE, rows.length - most))} 个`}
          kind="plain"
          onTap={() => {
            setMost(most + AT_ONCE)
          }}
        />
      )}
      {owner && (
        <Text as="small" centred>
          {promiseWords}
        </Text>
      )}
    </>
  )
}
