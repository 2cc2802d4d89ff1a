import { Image, View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { MessageView } from '#domain/contract/channel'
import { unreachable } from '#domain/kernel/unreachable'
import { openFile } from '../../platform/files'
import { showPhotos } from '../../platform/media'
import { serverNow } from '../../platform/server-clock'
import { playVoice } from '../../platform/voice'
import { classes } from '../../ui/classes'
import { decorative } from '../../ui/described'
import { Icon, type IconName } from '../../ui/icon'
import { Tappable } from '../../ui/tappable'
import sheet from './message.module.scss'
import { cardWords } from './words'

const cx = classes(sheet)

export type ShownBody = NonNullable<MessageView['body']>
type Of<K extends ShownBody['kind']> = Extract<ShownBody, { readonly kind: K }>

const LARGEST = { width: 200, height: 240 }
const SMALLEST = 72

/** One picture keeps its shape, so that nothing jumps once it has loaded. */
const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }) => {
  if (width <= 0 || height <= 0) return { width: LARGEST.width, height: LARGEST.width }
  const scale = Math.min(LARGEST.width / width, LARGEST.height / height)
  return {
    width: Math.max(SMALLEST, Math.round(width * scale)),
    height: Math.max(SMALLEST, Math.round(height * scale)),
  }
}

const Pictures = ({ pictures, onLost }: Pick<Of<'images'>, 'pictures'> & { readonly onLost: () => void }) => {
  const urls = pictures.map(({ url }) => url)
  const [only] = pictures
  const alone = pictures.length === 1 && only ? sizeOf(only) : null
  return (
    <View className={cx('pictures')}>
      {urls.map((url, at) => (
        <Tappable
          key={`${String(at)}${url}`}
          label={`查看第 ${String(at + 1)} 张图片`}
          className={cx(alone ? 'alone' : 'picture')}
          onTap={() => {
            showPhotos(urls, url)
          }}
        >
          <Image
            {...decorative}
            className={cx('image')}
            {...(alone && {
              style: { width: `${String(alone.width)}px`, height: `${String(alone.height)}px` },
            })}
            src={url}
            mode="aspectFill"
            lazyLoad
            onError={onLost}
          />
        </Tappable>
      ))}
    </View>
  )
}

const Voice = ({ url, seconds }: Pick<Of<'voice'>, 'url' | 'seconds'>) => {
  const [state, setState] = useState<'still' | 'playing' | 'lost'>('still')
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const tap = () => {
    if (stop.current !== null) {
      stop.current()
      return
    }
    setState('playing')
    stop.current = playVoice(url, (played) => {
      stop.current = null
      setState(played ? 'still' : 'lost')
    })
  }
  const word = state === 'playing' ? '正在播放' : state === 'lost' ? '放不出来，再点一下' : '听语音'
  return (
    <Tappable label={`${word}，${String(seconds)} 秒`} className={cx('voice')} onTap={tap}>
      <Icon name="sound" />
      <View>{`${String(seconds)} 秒`}</View>
      <View className={cx('quiet')}>{word}</View>
    </Tappable>
  )
}

interface ThingProps {
  readonly icon: IconName
  readonly title: string
  readonly note: string
  readonly onTap: (() => void) | null
}

/** A thing in a bubble's place: what it is called, what it is, and the way to it. */
export const Thing = ({ icon, title, note, onTap }: ThingProps) => {
  const inside = (
    <>
      <View className={cx('thingSign')}>
        <Icon name={icon} />
      </View>
      <View className={cx('thingWords')}>
        <View className={cx('thingTitle')}>{title}</View>
        <View className={cx('thingNote')}>{note}</View>
      </View>
    </>
  )
  return onTap === null ? (
    <View className={cx('thing')}>{inside}</View>
  ) : (
    <Tappable label={`${title}，${note}`} className={cx('thing')} onTap={onTap}>
      {inside}
    </Tappable>
  )
}

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${String(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${String(Math.round(bytes / 100_000) / 10)} MB`

const FileCard = ({ url, name, bytes }: Of<'file'>) => {
  const [state, setState] = useState<'still' | 'opening' | 'lost'>('still')
  const notes = { still: sizeWords(bytes), opening: '正在打开', lost: '没有打开，再点一下' }
  return (
    <Thing
      icon="list"
      title={name}
      note={`文件 · ${notes[state]}`}
      onTap={() => {
        if (state === 'opening') return
        setState('opening')
        void openFile(url, name).then((opened) => {
          setState(opened ? 'still' : 'lost')
        })
      }}
    />
  )
}

/** The ways from a message to what it speaks of; null where this page has none. */
export interface BodyWays {
  readonly onArticle: ((body: Of<'article'>) => void) | null
  readonly onCircular: ((body: Of<'circular'>) => void) | null
  /** a notice as its own page draws it; without it a line that leads there */
  readonly circularOf?: ((body: Of<'circular'>) => ReactNode) | undefined
  readonly onCard: ((card: Of<'card'>['card']) => void) | null
}

interface Props extends BodyWays {
  readonly body: ShownBody
  /** its temporary addresses have run out */
  readonly onLost: () => void
}

export const MessageBody = ({ body, onLost, onArticle, onCircular, onCard, circularOf }: Props) => {
  switch (body.kind) {
    case 'text':
      return <View className={cx('words')}>{body.words}</View>
    case 'images':
      return <Pictures pictures={body.pictures} onLost={onLost} />
    case 'voice':
      return <Voice url={body.url} seconds={body.seconds} />
    case 'file':
      return <FileCard {...body} />
    case 'article':
      return (
        <Thing
          icon="list"
          title={body.title}
          note="指南 · 点开看"
          onTap={
            onArticle &&
            (() => {
              onArticle(body)
            })
          }
        />
      )
    case 'circular':
      if (circularOf) return circularOf(body)
      return (
        <Thing
          icon="warn"
          title={body.title}
          note="通知 · 请回执"
          onTap={
            onCircular &&
            (() => {
              onCircular(body)
            })
          }
        />
      )
    case 'card': {
      const { what, title } = cardWords(body.card, serverNow())
      return (
        <Thing
          icon="check"
          title={what}
          note={title}
          onTap={
            onCard &&
            (() => {
              onCard(body.card)
            })
          }
        />
      )
    }
    default:
      return unreachable(body)
  }
}
