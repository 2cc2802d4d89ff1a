import { View } from '@tarojs/components'
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { MessageView } from '#domain/contract/channel'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/icon'
import { Scroller } from '../../ui/scroller'
import { Tappable } from '../../ui/tappable'
import { BLOCK, firstOf, isWhole, messageAt, type Block, type Log } from './log'
import sheet from './message.module.scss'
import listSheet from './message-list.module.scss'
import { Message, type MessageActs } from './message'
import { useWindow } from './use-window'
import type { Span } from './window'

const cx = classes({ ...sheet, ...listSheet })
/** A block that is only passed by is not read. */
const PASSING = 120

interface BlockProps {
  readonly name: string
  readonly number: number
  /** out of view it is this height and nothing else; pixels */
  readonly height: number | null
  readonly messages: Block | undefined
  /** the last message of the block above */
  readonly before: MessageView | null
  readonly last: number
  readonly newFrom: number | null
  readonly lit: number | null
  readonly acts: MessageActs
}

/** One node whether in view or not: WeChat is sent what is in it, never its neighbours. */
const MessageBlock = memo(function MessageBlock(props: BlockProps) {
  const { name, number, height, messages, before, last, newFrom, lit, acts } = props
  const size = height === null ? Math.min(BLOCK, last - number * BLOCK) : 0
  return (
    <View
      id={`${name}-b${String(number)}`}
      className={cx('block')}
      style={height === null ? '' : `height:${String(height)}px`}
    >
      {Array.from({ length: size }, (_, at) => {
        const seq = firstOf(number) + at
        const message = messages?.[at]
        if (!message) return <View key={seq} aria-hidden className={cx('blank')} />
        return (
          <Message
            key={seq}
            id={`${name}-m${String(seq)}`}
            message={message}
            before={at === 0 ? before : (messages[at - 1] ?? null)}
            opensNew={seq === newFrom}
            lit={seq === lit}
            acts={acts}
          />
        )
      })}
    </View>
  )
})

const Gap = ({ height }: { readonly height: number }) => <View style={`height:${String(height)}px`} />

const within = (seq: number | null, block: number): number | null =>
  seq !== null && seq >= firstOf(block) && seq < firstOf(block + 1) ? seq : null

/** The blocks in view that are not all here, and the next one upwards: most read from the end. */
const missingIn = (log: Log, { from, to }: Span): readonly number[] => {
  const first = Math.max(0, from - 1)
  return Array.from({ length: to - first + 1 }, (_, at) => to - at).filter((block) => !isWhole(log, block))
}

interface Props {
  readonly name: string
  readonly log: Log
  /** the first message this reader has not seen, as the page was opened, and how many there were */
  readonly unread: { readonly from: number; readonly count: number } | null
  readonly acts: MessageActs
  readonly onLoad: (block: number) => void
  /** true once the message is here */
  readonly onBring: (seq: number) => Promise<boolean>
  readonly onSeen: (seq: number) => void
  /** a message to be shown now; the same number again asks again */
  readonly sought: { readonly seq: number } | null
  /** what stands below the channel's own messages */
  readonly children: ReactNode
  /** grows with each thing of one's own that is sent: it is gone to */
  readonly sent: number
}

/** The channel's messages: of any number of them only those in view are in the page. */
export const MessageList = (props: Props) => {
  const { name, log, unread, acts, onLoad, onBring, onSeen, sought, children, sent } = props
  const { last } = log
  const list = useWindow({ name, log, onSeen })
  const { span, standing, seek, toEnd, atEnd } = list
  const [leftAt, setLeftAt] = useState(last)
  const [toUnread, setToUnread] = useState(true)
  if (atEnd && leftAt !== last) setLeftAt(last)

  useEffect(() => {
    const missing = missingIn(log, span)
    // Beside what is here the reader is on the way; anywhere else they may only pass by.
    const near = missing.filter((block) => log.blocks.has(block + 1) || log.blocks.has(block - 1))
    near.forEach(onLoad)
    const timer = setTimeout(() => {
      missing.forEach(onLoad)
    }, PASSING)
    return () => {
      clearTimeout(timer)
    }
  }, [log, onLoad, span])

  const go = useCallback(
    (seq: number) => {
      void onBring(seq).then((here) => {
        if (here) seek(seq)
      })
    },
    [onBring, seek],
  )
  // Each wish is followed once, however often the ways to follow it change.
  const done = useRef<{ sought: Props['sought']; sent: number }>({ sought: null, sent })
  useEffect(() => {
    if (sought === null || done.current.sought === sought) return
    done.current.sought = sought
    go(sought.seq)
  }, [go, sought])
  useEffect(() => {
    if (done.current.sent === sent) return
    done.current.sent = sent
    toEnd()
  }, [sent, toEnd])

  const blocks = useMemo(
    () =>
      Array.from({ length: last === 0 ? 0 : standing.to - standing.from + 1 }, (_, at) => standing.from + at),
    [last, standing],
  )
  const fresh = atEnd ? 0 : Math.max(0, last - leftAt)
  const up = unread !== null && toUnread && list.isAbove(unread.from)

  return (
    <View className={cx('list')}>
      <Scroller id={list.scroller} label="消息" onScroll={list.onScroll}>
        <Gap height={list.above} />
        <View>
          {blocks.map((block) => {
            const shown = block >= span.from && block <= span.to
            return (
              <MessageBlock
                key={block}
                name={name}
                number={block}
                height={shown ? null : list.heightOf(block)}
                messages={shown ? log.blocks.get(block) : undefined}
                before={shown ? messageAt(log, block * BLOCK) : null}
                last={Math.min(last, firstOf(block + 1) - 1)}
                newFrom={within(unread?.from ?? null, block)}
                lit={within(list.lit, block)}
                acts={acts}
              />
            )
          })}
        </View>
        <Gap height={list.below} />
        {children}
        <View className={cx('end')} />
      </Scroller>
      {up && (
        <Tappable
          label={`${String(unread.count)} 条未读，往上看`}
          className={cx('pill', 'upper')}
          onTap={() => {
            setToUnread(false)
            go(unread.from)
          }}
        >
          <Icon name="up" size="small" />
          <View>{`${String(unread.count)} 条未读`}</View>
        </Tappable>
      )}
      {!atEnd && (
        <Tappable
          label={fresh > 0 ? `${String(fresh)} 条新消息，往下看` : '回到最新消息'}
          className={cx('pill', 'lower', fresh > 0 && 'fresh')}
          onTap={toEnd}
        >
          <Icon name="down" size="small" />
          <View>{fresh > 0 ? `${String(fresh)} 条新消息` : '最新'}</View>
        </Tappable>
      )}
    </View>
  )
}
