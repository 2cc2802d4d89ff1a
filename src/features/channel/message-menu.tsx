import { useState } from 'react'
import { isOffice } from '#domain/channel'
import type { ChannelHead, MessageView } from '#domain/contract/channel'
import type { Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import { messageLimits } from '#domain/message'
import { copyText } from '../../platform/clipboard'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { RowLine, Rows } from '../../ui/rows'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { authorWords } from './words'

type Own = Refusal<'channel.recall'> | Refusal<'channel.pin'>
const refusals: Record<Exclude<Own, CommonRefusal>, string> = {
  'too-late': '发出超过 2 分钟，不能撤回了；可以再发一条说明。',
  'wrong-state': '这条消息已经撤回或隐藏了。',
  'reason-missing': '写两个字以上的原因，对方会看到。',
  'too-many-pins': '最多置顶 10 条，请先取消一条。',
}

/** What a message can be turned into; given by the page. */
export interface MessageAction {
  readonly word: string
  readonly note?: string
  readonly onTap: () => void
}

interface Props {
  readonly head: ChannelHead
  readonly message: MessageView
  readonly actions: readonly MessageAction[]
  readonly onClose: () => void
  readonly onQuote: () => void
  /** after something was changed: the channel is to be read again */
  readonly onChanged: () => void
  readonly onRecalled: () => void
  readonly onPins: (pins: readonly number[]) => void
  /** null: nothing to complain about, it is one's own */
  readonly onFlag: (() => void) | null
}

const HideForm = ({
  head,
  message,
  onDone,
}: Pick<Props, 'head' | 'message'> & { readonly onDone: () => void }) => {
  const [why, setWhy] = useState('')
  const { run, busy, failure } = useAct(
    () => call('channel.hide', { channel: head.id, seq: message.seq, why }),
    onDone,
  )
  return (
    <>
      <Text as="small">隐藏后大家看不到这条消息；发的人会看到原因。</Text>
      <WordsField
        label="隐藏的原因"
        hint="例如：说的是别家店的事"
        value={why}
        most={100}
        boxed
        fixed
        onChange={setWhy}
      />
      {failure && <Notice words={failureWords(failure, refusals, unreachedWords)} />}
      <Button
        word="隐藏这条消息"
        busy={busy}
        blocked={why.trim().length < 2 ? '先写原因' : null}
        onTap={() => {
          run()
        }}
      />
    </>
  )
}

/** What can be done with one message. */
export const MessageMenu = (props: Props) => {
  const { head, message, actions, onClose, onQuote, onChanged, onRecalled, onPins, onFlag } = props
  const [hiding, setHiding] = useState(false)
  const [copied, setCopied] = useState<string | null>(null)
  const { id: channel, pins, standing } = head
  const { seq, body, mine, author } = message
  const office = isOffice(standing)
  const pinned = pins.includes(seq)
  const recall = useAct(
    () => call('channel.recall', { channel, seq }),
    () => {
      onRecalled()
      onChanged()
      onClose()
    },
  )
  const pin = useAct(
    () => call('channel.pin', { channel, seq, pinned: !pinned }),
    (answer) => {
      onPins(answer.pins)
      onClose()
    },
  )
  const failure = recall.failure ?? pin.failure
  const late = serverNow() - message.at > messageLimits.recall

  if (hiding)
    return (
      <Sheet title="隐藏这条消息" onClose={onClose}>
        <HideForm
          head={head}
          message={message}
          onDone={() => {
            onChanged()
            onClose()
          }}
        />
      </Sheet>
    )
  const copy = (words: string) => {
    void copyText(words).then((done) => {
      if (done) onClose()
      else setCopied('没有复制成，请长按文字再试。')
    })
  }
  return (
    <Sheet title={mine ? '您的消息' : authorWords(author)} onClose={onClose} held={recall.busy || pin.busy}>
      {failure && <Notice words={failureWords(failure, refusals, unreachedWords)} />}
      {copied !== null && <Notice words={copied} />}
      <Rows wide={false}>
        <RowLine
          title="引用"
          note="回复时带上这条"
          onTap={() => {
            onQuote()
            onClose()
          }}
        />
        {body?.kind === 'text' ? (
          <RowLine
            title="复制"
            onTap={() => {
              copy(body.words)
            }}
          />
        ) : null}
        {mine ? (
          <RowLine
            title="撤回"
            note={late ? '发出 2 分钟内才能撤回' : recall.busy ? '正在撤回' : '大家都看不到了'}
            {...(!late && {
              onTap: () => {
                recall.run()
              },
            })}
          />
        ) : null}
        {actions.map(({ word, note, onTap }) => (
          <RowLine
            key={word}
            title={word}
            {...(note !== undefined && { note })}
            onTap={() => {
              onClose()
              onTap()
            }}
          />
        ))}
        {office ? (
          <RowLine
            title={pinned ? '取消置顶' : '置顶'}
            note={pin.busy ? '请稍候' : '大家在上方都看得到'}
            onTap={() => {
              pin.run()
            }}
          />
        ) : null}
        {office && author.standing !== null && !mine ? (
          <RowLine
            title="隐藏"
            note="要写原因"
            onTap={() => {
              setHiding(true)
            }}
          />
        ) : null}
        {onFlag ? (
          <RowLine
            title="举报"
            note="内容审核的人会看，对方不知道是谁"
            onTap={() => {
              onClose()
              onFlag()
            }}
          />
        ) : null}
      </Rows>
    </Sheet>
  )
}
