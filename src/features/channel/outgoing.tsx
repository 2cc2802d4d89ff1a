import { Image, View } from '@tarojs/components'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { HeldView } from '#domain/contract/channel'
import { contentReasonWords } from '../../platform/content-reasons'
import { reopenPhotos } from '../../platform/media'
import { classes } from '../../ui/classes'
import { decorative } from '../../ui/described'
import { Icon } from '../../ui/icon'
import { Tappable } from '../../ui/tappable'
import { TextLink } from '../../ui/text-link'
import { MessageBody, Thing } from './bodies'
import sheet from './message.module.scss'
import type { Outgoing, OutgoingBody } from './outbox'
import { sendingWords, watchSending } from './sender'
import { lineWords, refusalWords } from './words'

const cx = classes(sheet)

/** Pictures as they lie on this phone. */
const OwnPictures = ({ photos }: { readonly photos: readonly string[] }) => {
  const [urls, setUrls] = useState<readonly string[]>([])
  useEffect(() => {
    let here = true
    void reopenPhotos(photos).then((found) => {
      if (here) setUrls(found.map(({ src }) => src))
    })
    return () => {
      here = false
    }
  }, [photos])
  return (
    <View className={cx('pictures')}>
      {photos.map((photo, at) => (
        <View key={photo} className={cx('picture')}>
          <Image {...decorative} className={cx('image')} src={urls[at] ?? ''} mode="aspectFill" />
        </View>
      ))}
    </View>
  )
}

const OwnBody = ({ body }: { readonly body: OutgoingBody }) => {
  switch (body.kind) {
    case 'text':
      return <View className={cx('words')}>{body.words}</View>
    case 'images':
      return <OwnPictures photos={body.photos} />
    case 'voice':
      return (
        <View className={cx('voice')}>
          <Icon name="sound" />
          <View>{`${String(body.seconds)} 秒`}</View>
        </View>
      )
    case 'file':
      return <Thing icon="list" title={body.name} note="文件" onTap={null} />
    case 'article':
      return <Thing icon="list" title={body.title} note="指南" onTap={null} />
  }
}

const isBare = (kind: string): boolean => kind !== 'text' && kind !== 'voice'

export interface OutgoingActs {
  readonly onAgain: (item: Outgoing) => void
  readonly onEdit: (item: Outgoing) => void
  readonly onDrop: (item: Outgoing) => void
  /** what a verified phone is needed for is answered by verifying it */
  readonly onPhone: () => void
}

const Foot = ({ item, acts }: { readonly item: Outgoing; readonly acts: OutgoingActs }) => {
  const sending = useSyncExternalStore(
    watchSending,
    () => sendingWords(item.key),
    () => null,
  )
  const { state } = item
  const drop = (
    <TextLink
      word="删除"
      quiet
      onTap={() => {
        acts.onDrop(item)
      }}
    />
  )
  if (state.kind === 'refused') {
    const phone = state.code === 'phone-needed'
    return (
      <View className={cx('foot')}>
        <View className={cx('bad')}>{`没有发出：${refusalWords(state.code)}`}</View>
        {phone && <TextLink word="验证手机号" onTap={acts.onPhone} />}
        {phone && (
          <TextLink
            word="再发一次"
            onTap={() => {
              acts.onAgain(item)
            }}
          />
        )}
        {!phone && item.body.kind === 'text' && (
          <TextLink
            word="改一改再发"
            onTap={() => {
              acts.onEdit(item)
            }}
          />
        )}
        {drop}
      </View>
    )
  }
  if (sending !== null) return <View className={cx('foot')}>{sending}</View>
  if (state.kind === 'failed')
    return (
      <View className={cx('foot')}>
        <Tappable
          label="没有发出，点一下重发"
          className={cx('retry')}
          onTap={() => {
            acts.onAgain(item)
          }}
        >
          <Icon name="warn" size="small" />
          <View>没有发出，点一下重发</View>
        </Tappable>
        {drop}
      </View>
    )
  if (state.kind === 'sent')
    return <View className={cx('foot')}>{state.seq === null ? '正在审核，只有您看得到' : '已发出'}</View>
  return <View className={cx('foot')}>等待发送</View>
}

/** One's own message on its way. */
export const OutgoingMessage = ({ item, acts }: { readonly item: Outgoing; readonly acts: OutgoingActs }) => (
  <View className={cx('message')}>
    <View className={cx('row', 'mine')}>
      <View className={cx('column')}>
        <View className={cx('bubble', isBare(item.body.kind) && 'bare')}>
          {item.quote && (
            <View className={cx('quote')}>{`${item.quote.who}：${lineWords(item.quote.line)}`}</View>
          )}
          <OwnBody body={item.body} />
        </View>
        <Foot item={item} acts={acts} />
      </View>
    </View>
  </View>
)

const noWays = { onArticle: null, onCircular: null, onCard: null }

/** The moderator's own words where there are some, else what the check found. */
const refusedWords = (why: HeldView['why']): string => {
  const what = why === null || why.reason === 'other' ? '内容没有通过审核' : contentReasonWords[why.reason]
  const said = why?.words.replace(/[。.！!]+$/, '') ?? ''
  return `没有发出：${said === '' ? what : said}。请换个说法或换一张再发。`
}

/** One's own message that its check has not passed, or has not passed yet. */
export const HeldMessage = ({
  held: { body, state, why },
  onLost,
  onEdit,
}: {
  readonly held: HeldView
  readonly onLost: () => void
  readonly onEdit: (words: string) => void
}) => (
  <View className={cx('message')}>
    <View className={cx('row', 'mine')}>
      <View className={cx('column')}>
        <View className={cx('bubble', isBare(body.kind) && 'bare')}>
          <MessageBody body={body} onLost={onLost} {...noWays} />
        </View>
        {state === 'checking' ? (
          <View className={cx('foot')}>正在审核，只有您看得到</View>
        ) : (
          <View className={cx('foot')}>
            <View className={cx('bad')}>{refusedWords(why)}</View>
            {body.kind === 'text' && (
              <TextLink
                word="改一改再发"
                onTap={() => {
                  onEdit(body.words)
                }}
              />
            )}
          </View>
        )}
      </View>
    </View>
  </View>
)
