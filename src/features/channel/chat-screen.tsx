import { View } from '@tarojs/components'
import { useCallback, useState, type ReactNode } from 'react'
import type { ChannelHead, MessageView } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { useTitle } from '../../platform/page'
import { useAppearance } from '../../ui/appearance'
import { classes } from '../../ui/classes'
import { described } from '../../ui/described'
import { Frame } from '../../ui/frame'
import { NotHere } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { Sheet } from '../../ui/sheet'
import { ChatTop } from './chat-top'
import { Composer, type Pickable } from './composer'
import { MembersSheet } from './members-sheet'
import { MessageList } from './message-list'
import sheet from './message-list.module.scss'
import { MessageMenu, type MessageAction } from './message-menu'
import { HeldMessage, OutgoingMessage } from './outgoing'
import { SettingsSheet } from './settings-sheet'
import { useChat, type ChatWays } from './use-chat'
import type { Composing } from './use-composer'
import { openRefusals, titleWords } from './words'

const cx = classes(sheet)

interface Props extends Omit<ChatWays, 'onPhone'> {
  readonly id: Id<'channel'>
  /** a message to begin with */
  readonly at: number | null
  /** verifies the phone; a person without one is shown this before anything can be posted */
  readonly phone: ReactNode
  readonly onFind: (id: Id<'channel'>) => void
  readonly onHome: () => void
  /** what a message can be turned into, by this reader */
  readonly actionsOf?: (message: MessageView, head: ChannelHead) => readonly MessageAction[]
  /** what the office chooses from while it writes, and how that is closed again */
  readonly picker?: (
    what: Pickable,
    onPicked: {
      readonly article: (article: { readonly id: Id<'article'>; readonly title: string }) => void
      readonly words: (words: string) => void
    },
    onClose: () => void,
  ) => ReactNode
  /** 举报: what the page shows for it, and how it is closed again */
  readonly flag?: (
    message: { readonly channel: Id<'channel'>; readonly seq: number },
    onClose: () => void,
  ) => ReactNode
}

type Over =
  | { readonly kind: 'settings' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'call'; readonly composing: Composing }
  | { readonly kind: 'pick'; readonly what: Pickable; readonly composing: Composing }
  | { readonly kind: 'flag'; readonly seq: number }

/** Short: large type leaves little room beside the way back. */
const titleOf = (head: ChannelHead | null, elder: boolean): string => {
  if (head === null) return '店长群'
  if (head.kind === 'desk') return head.standing === 'owner' ? '咨询店长' : (head.shopName ?? '店铺')
  const title = titleWords(head, head.standing)
  return head.members === null || elder ? title : `${title}（${String(head.members)}）`
}

const noActions = (): readonly MessageAction[] => []

export const ChatScreen = (props: Props) => {
  const { id, at, phone, onFind, onHome, actionsOf = noActions, picker, flag, ...ways } = props
  const [over, setOver] = useState<Over | null>(null)
  const close = useCallback(() => {
    setOver(null)
  }, [])
  const openPhone = useCallback(() => {
    setOver({ kind: 'phone' })
  }, [])
  const chat = useChat(id, at, { ...ways, onPhone: openPhone })
  const { conversation, outbox, name, acts, outgoing, menuOf } = chat
  const { head, log, held, following, failure, offline } = conversation
  useTitle(titleOf(head, useAppearance().elder))

  if (failure?.kind === 'refused' || head === null)
    return (
      <Screen>
        <NotHere
          failure={failure && failureWords(failure, openRefusals, unreachedWords)}
          retryWord={failure?.kind === 'refused' ? '回首页' : '重试'}
          onRetry={failure?.kind === 'refused' ? onHome : following.sync}
          cards={3}
        />
      </Screen>
    )

  const overlay = () => {
    if (menuOf !== null)
      return (
        <MessageMenu
          head={head}
          message={menuOf}
          actions={actionsOf(menuOf, head)}
          onClose={chat.closeMenu}
          onQuote={() => {
            chat.quoteThis(menuOf)
          }}
          onChanged={following.sync}
          onRecalled={() => {
            chat.noteRecalled(menuOf)
          }}
          onPins={(pins) => {
            following.takeHead({ pins })
          }}
          onFlag={
            flag === undefined || menuOf.mine || menuOf.author.standing === null
              ? null
              : () => {
                  setOver({ kind: 'flag', seq: menuOf.seq })
                }
          }
        />
      )
    switch (over?.kind) {
      case undefined:
        return null
      case 'settings':
        return (
          <SettingsSheet
            head={head}
            onFind={() => {
              close()
              onFind(id)
            }}
            onMuted={(muted) => {
              following.takeHead({ muted })
            }}
            onClose={close}
          />
        )
      case 'phone':
        return (
          <Sheet title="先验证手机号" onClose={close}>
            {phone}
          </Sheet>
        )
      case 'call':
        return (
          <MembersSheet
            channel={id}
            onClose={close}
            onCall={(person) => {
              over.composing.callPerson(person)
              close()
            }}
          />
        )
      case 'pick':
        return picker?.(
          over.what,
          {
            article: (article) => {
              over.composing.sendArticle(article)
              close()
            },
            words: (words) => {
              over.composing.append(words)
              close()
            },
          },
          close,
        )
      case 'flag':
        return flag?.({ channel: id, seq: over.seq }, close)
    }
  }

  return (
    <Frame
      top={
        <ChatTop
          head={head}
          offline={offline}
          onMenu={() => {
            setOver({ kind: 'settings' })
          }}
          onPin={chat.seek}
        />
      }
      foot={
        <Composer
          head={head}
          quote={chat.quote}
          onDropQuote={chat.dropQuote}
          onSend={chat.send}
          onCall={(composing) => {
            setOver({ kind: 'call', composing })
          }}
          onPick={
            picker === undefined
              ? null
              : (what, composing) => {
                  setOver({ kind: 'pick', what, composing })
                }
          }
          rewritten={chat.rewritten}
        />
      }
      over={
        <>
          <View {...described({ role: 'status' })} className={cx('heard')}>
            {chat.heard}
          </View>
          {overlay()}
        </>
      }
    >
      <MessageList
        name={name}
        log={log}
        unread={chat.unread}
        acts={acts}
        onLoad={following.load}
        onBring={following.bring}
        onSeen={chat.noteSeen}
        sought={chat.sought}
        sent={chat.sent}
      >
        {log.last === 0 && held.length === 0 && outbox.length === 0 && (
          <View className={cx('first')}>还没有消息。有问题就在下面写，写一句也行。</View>
        )}
        {held.map((one) => (
          <HeldMessage key={one.key} held={one} onLost={following.sync} onEdit={chat.rewrite} />
        ))}
        {outbox.map((item) => (
          <OutgoingMessage key={item.key} item={item} acts={outgoing} />
        ))}
      </MessageList>
    </Frame>
  )
}
