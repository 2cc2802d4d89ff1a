import type { Body, Card } from '#domain/message'
import { channelOf, isOffice } from '#domain/channel'
import type { ChannelHead, MessageView } from '#domain/contract/channel'
import { asId } from '#domain/kernel/id'
import { ChatScreen } from '../../../features/channel/chat-screen'
import { CircularCard } from '../../../features/circular/circular-card'
import { ArticlePicker } from '../../../features/library/article-picker'
import { CannedPicker } from '../../../features/library/canned-picker'
import { FlagSheet } from '../../../features/complaint/flag-sheet'
import { prefillReport } from '../../../features/report/prefill'
import { Gate } from '../../../features/session/gate'
import { PhoneField } from '../../../features/session/phone-field'
import { showSnapTab } from '../../../features/session/snap-tab'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { useShareCard } from '../../../platform/share'
import {
  toArticle,
  toCircular,
  toCircularShops,
  toFaq,
  toFind,
  toGuidance,
  toGuidanceForm,
  groupPath,
  toReport,
  toVisits,
} from '../../../platform/routes'

/** A card opens the thing it speaks of, where that has a page. */
const openCard = (card: Card): void => {
  if (card.kind === 'report') toReport(card.report)
  if (card.kind === 'guidance') toGuidance({ item: card.item })
  if (card.kind === 'visit') toVisits({ visit: card.visit })
  if (card.kind === 'faq') toArticle(card.article)
}
type CircularBody = Extract<Body, { readonly kind: 'circular' }>
const openCircular = ({ circular }: CircularBody): void => {
  toCircular(circular)
}
const circularOf = ({ circular, title }: CircularBody) => (
  <CircularCard id={circular} title={title} onOpen={toCircular} onShops={toCircularShops} />
)
type ArticleBody = Extract<Body, { readonly kind: 'article' }>
const openArticle = ({ article, version }: ArticleBody): void => {
  toArticle(article, version)
}
/** What an owner said becomes something to do, or a report; nothing else comes of it. */
const careActions = ({ seq, author, body }: MessageView, { id, standing, shopName }: ChannelHead) => {
  if (author.standing === null || body === null || standing === 'command') return []
  const words = body.kind === 'text' ? body.words.slice(0, 300) : ''
  const guide = {
    word: '转为指导事项',
    note: '只给这家店，不打分',
    onTap: () => {
      toGuidanceForm({ channel: id, seq, words, shop: author.shopName ?? shopName ?? '' })
    },
  }
  const report = {
    word: '反映问题',
    note: '转给部门去办',
    onTap: () => {
      prefillReport(words, { channel: id, seq })
      showSnapTab('snap')
      openTab('snap')
    },
  }
  return [...(isOffice(standing) && author.standing === 'owner' ? [guide] : []), report]
}

/** 「存为常见问题」: on an answer of the office's own, where it has a question. */
const faqActions = ({ seq, author, body, quote }: MessageView, { id, kind, standing }: ChannelHead) => {
  const answers = author.standing !== null && isOffice(author.standing) && body?.kind === 'text'
  const keeps = isOffice(standing) && answers && (kind === 'desk' || (kind === 'store' && quote !== null))
  if (!keeps) return []
  return [
    {
      word: '存为常见问题',
      note: '去掉名字再存，群里都能查到',
      onTap: () => {
        toFaq(id, seq)
      },
    },
  ]
}
const actionsOf = (message: MessageView, head: ChannelHead) => [
  ...careActions(message, head),
  ...faqActions(message, head),
]
const toHome = () => {
  openTab('home')
}

export default function ChatPage() {
  const { params } = useRouter()
  const id = asId<'channel'>(params['id'] ?? '')
  const seq = Number(params['seq'])
  const group = channelOf(id)?.kind === 'store'
  useShareCard(group ? { title: '点开进店长群，有事直接问店长', path: groupPath(id) } : null)
  return (
    <Gate>
      <ChatScreen
        id={id}
        at={Number.isInteger(seq) && seq > 0 ? seq : null}
        phone={<PhoneField phone={null} onOffers={toHome} />}
        onArticle={openArticle}
        actionsOf={actionsOf}
        picker={(what, picked, onClose) =>
          what === 'article' ? (
            <ArticlePicker onPick={picked.article} onClose={onClose} />
          ) : (
            <CannedPicker channel={id} onPick={picked.words} onClose={onClose} />
          )
        }
        onCircular={openCircular}
        circularOf={circularOf}
        onCard={openCard}
        onFind={toFind}
        onHome={toHome}
        flag={({ channel, seq: at }, onClose) => (
          <FlagSheet about={{ kind: 'message', channel, seq: at }} onClose={onClose} />
        )}
      />
    </Gate>
  )
}
