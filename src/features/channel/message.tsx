import { View } from '@tarojs/components'
import { memo } from 'react'
import type { MessageView } from '#domain/contract/channel'
import { serverNow } from '../../platform/server-clock'
import { classes } from '../../ui/classes'
import { onHold } from '../../ui/hold'
import { Icon } from '../../ui/icon'
import { Tappable } from '../../ui/tappable'
import { TextLink } from '../../ui/text-link'
import { momentWords } from '../../ui/time-words'
import { MessageBody, type BodyWays } from './bodies'
import { goesOn, saysTime } from './marks'
import sheet from './message.module.scss'
import { authorWords, lineWords, nameWords } from './words'

const cx = classes(sheet)

/** What can be done from within the list; the same object as long as the page stands. */
export interface MessageActs extends BodyWays {
  readonly onMenu: (message: MessageView) => void
  /** to the message that is quoted */
  readonly onSeek: (seq: number) => void
  readonly onLost: (seq: number) => void
  /** null: nothing of it is left to write again */
  readonly rewriteOf: (seq: number) => (() => void) | null
}

interface Props {
  readonly id: string
  readonly message: MessageView
  /** the one above it; null: none, or not read yet */
  readonly before: MessageView | null
  /** 「以下是新消息」 stands above it */
  readonly opensNew: boolean
  readonly lit: boolean
  readonly acts: MessageActs
}

const Gone = ({ message, acts }: Pick<Props, 'message' | 'acts'>) => {
  const { mine, state, why, author, seq } = message
  const rewrite = mine && state === 'recalled' ? acts.rewriteOf(seq) : null
  const who = mine ? '您' : nameWords(author)
  const words =
    state === 'recalled'
      ? `${who}撤回了一条消息`
      : why === null
        ? '一条消息已被隐藏'
        : `${mine ? '您的' : `${who}的`}一条消息已被隐藏：${why}`
  return (
    <View className={cx('gone')}>
      <View>{words}</View>
      {rewrite && <TextLink word="重新编辑" onTap={rewrite} />}
    </View>
  )
}

const Quote = ({
  quote,
  onSeek,
}: {
  readonly quote: NonNullable<MessageView['quote']>
  readonly onSeek: MessageActs['onSeek']
}) => (
  <Tappable
    label={`引用${quote.who}：${lineWords(quote.line)}`}
    className={cx('quote', 'leading')}
    onTap={() => {
      onSeek(quote.seq)
    }}
  >
    {`${quote.who}：${lineWords(quote.line)}`}
  </Tappable>
)

const callWords = ({ calls, asks }: MessageView): string | null => {
  if (calls === 'me') return '提醒您看'
  if (calls === 'all') return '提醒所有人'
  return asks ? '请店长回答' : null
}

const Said = ({ message, before, acts }: Pick<Props, 'message' | 'before' | 'acts'>) => {
  const { mine, author, body, quote, seq } = message
  if (body === null) return <Gone message={message} acts={acts} />
  const bare = body.kind !== 'text' && body.kind !== 'voice'
  const called = callWords(message)
  const menu = () => {
    acts.onMenu(message)
  }
  const on = goesOn(before, message)
  return (
    <View className={cx('row', mine && 'mine', on && 'on')}>
      {!mine && (
        <View aria-hidden className={cx('sign', on && 'none')}>
          {on ? '' : (Array.from(nameWords(author))[0] ?? '')}
        </View>
      )}
      <View className={cx('column')}>
        {!mine && !on && <View className={cx('who')}>{authorWords(author)}</View>}
        <View className={cx('line')}>
          <View className={cx('bubble', bare && 'bare')} {...onHold(menu)}>
            {quote && <Quote quote={quote} onSeek={acts.onSeek} />}
            <MessageBody
              body={body}
              onArticle={acts.onArticle}
              onCircular={acts.onCircular}
              onCard={acts.onCard}
              circularOf={acts.circularOf}
              onLost={() => {
                acts.onLost(seq)
              }}
            />
          </View>
          {author.standing !== null && (
            <Tappable
              label={`更多：${mine ? '您' : nameWords(author)}的这条消息`}
              className={cx('more')}
              onTap={menu}
            >
              <Icon name="more" />
            </Tappable>
          )}
        </View>
        {called !== null && <View className={cx('called')}>{called}</View>}
      </View>
    </View>
  )
}

/** One message with what stands above it: the time, and where the new ones begin. */
export const Message = memo(function Message({ id, message, before, opensNew, lit, acts }: Props) {
  return (
    <View id={id} className={cx('message', lit && 'lit')}>
      {opensNew && <View className={cx('new')}>以下是新消息</View>}
      {saysTime(before?.at ?? null, message.at) && (
        <View className={cx('time')}>{momentWords(message.at, serverNow())}</View>
      )}
      <Said message={message} before={before} acts={acts} />
    </View>
  )
})
