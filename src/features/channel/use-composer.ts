import { useState } from 'react'
import { channelOf, isOffice } from '#domain/channel'
import type { ChannelHead } from '#domain/contract/channel'
import { checkSubmittedWords } from './words-check'
import { kindsOf, messageLimits, type BodyKind, type Mentions } from '#domain/message'
import type { Id } from '#domain/kernel/id'
import { chooseFile } from '../../platform/files'
import { choosePhotos } from '../../platform/media'
import { useDraft } from '../../platform/use-draft'
import type { Outgoing, OutgoingBody } from './outbox'
import { refusalWords } from './words'

export interface Called {
  readonly id: Id<'person'>
  readonly name: string
}

/** What a sending carries besides its body. */
export type Carried = Pick<Outgoing, 'quote' | 'mentions' | 'asks' | 'shop'>

const photoTroubles: Readonly<Record<string, string>> = {
  'photo-too-large': '有一张图片太大，没有加进来，请换一张。',
  'photo-too-many': '一次最多发 9 张，多的没有加进来。',
  'photo-unreadable': '有一张不是图片，没有加进来。',
  'storage-full': '手机存储满了，请清理后再选。',
  'camera-refused': '没有相机或相册权限，请在手机设置里允许。',
}
/** bytes of one picture */
const LARGEST_PICTURE = 5_000_000
const EVERYBODY = '所有人'

const sizeWords = `文件超过 ${String(messageLimits.fileBytes / 1_000_000)} MB，请压缩或拍照片发。`

interface Given {
  readonly head: ChannelHead
  readonly quote: Outgoing['quote']
  readonly onSend: (body: OutgoingBody, carried: Carried) => void
}

/** What is being written in a channel: kept on this phone until it is sent. */
export const useComposer = ({ head, quote, onSend }: Given) => {
  const { draft, edit } = useDraft(`channel-draft:${head.id}`, { words: '' })
  const [called, setCalled] = useState<readonly Called[]>([])
  const [asks, setAsks] = useState(false)
  const [shop, setShop] = useState<Id<'shop'> | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [picking, setPicking] = useState(false)
  const channel = channelOf(head.id)
  const kinds: readonly BodyKind[] = channel === null ? [] : kindsOf(channel, head.standing)
  const { words } = draft

  const mentions = (): Mentions => {
    if (isOffice(head.standing) && words.includes(`@${EVERYBODY}`)) return 'all'
    const known = [...called, ...head.heads].filter(({ name }) => words.includes(`@${name}`))
    return [...new Set(known.map(({ id }) => id))]
  }
  const carry = (body: OutgoingBody) => {
    setTrouble(null)
    onSend(body, { quote, asks, shop, mentions: body.kind === 'text' ? mentions() : [] })
    setAsks(false)
  }
  const pick = async (choose: () => Promise<void>) => {
    if (picking) return
    setTrouble(null)
    await choose().finally(() => {
      setPicking(false)
    })
  }

  return {
    ...{ words, kinds, asks, setAsks, shop, setShop, trouble, picking },
    office: isOffice(head.standing),
    write: (text: string) => {
      setTrouble(null)
      edit({ words: text })
    },
    callPerson: (person: Called | typeof EVERYBODY) => {
      const name = person === EVERYBODY ? EVERYBODY : person.name
      if (person !== EVERYBODY) setCalled((now) => [...now.filter(({ id }) => id !== person.id), person])
      const text = words.endsWith('@') ? words.slice(0, -1) : words
      if (!text.includes(`@${name}`)) edit({ words: `${text}@${name} ` })
    },
    sendWords: () => {
      const code = checkSubmittedWords(words)
      if (code !== null) {
        setTrouble(refusalWords(code))
        return
      }
      carry({ kind: 'text', words: words.trim() })
      edit({ words: '' })
      setCalled([])
    },
    sendVoice: (voice: { readonly file: string; readonly seconds: number }) => {
      carry({ kind: 'voice', ...voice })
    },
    sendPictures: () => {
      void pick(async () => {
        const { photos, trouble: why } = await choosePhotos(messageLimits.pictures, LARGEST_PICTURE, () => {
          setPicking(true)
        })
        if (photos.length > 0) carry({ kind: 'images', photos: photos.map(({ id }) => id) })
        if (why !== null) setTrouble(photoTroubles[why] ?? null)
      })
    },
    sendArticle: ({ id, title }: { readonly id: Id<'article'>; readonly title: string }) => {
      carry({ kind: 'article', article: id, title })
    },
    /** after what is written already, to be read before it is sent */
    append: (text: string) => {
      setTrouble(null)
      edit({ words: words.trim() === '' ? text : `${words}\n${text}` })
    },
    sendFile: () => {
      void pick(async () => {
        const file = await chooseFile(messageLimits.fileBytes)
        if (file.kind === 'failed') setTrouble('没有打开这个文件，请再选一次。')
        if (file.kind === 'too-large') setTrouble(sizeWords)
        if (file.kind !== 'chosen') return
        carry({ kind: 'file', file: file.id, name: file.name, bytes: file.bytes })
      })
    },
  }
}

export type Composing = ReturnType<typeof useComposer>
