import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { ChannelHead } from '#domain/contract/channel'
import { canRecord } from '../../platform/voice'
import { classes } from '../../ui/classes'
import { GrowingField } from '../../ui/growing-field'
import { Icon, type IconName } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { PickerField } from '../../ui/picker-field'
import { Tappable } from '../../ui/tappable'
import sheet from './composer.module.scss'
import type { Outgoing, OutgoingBody } from './outbox'
import { useComposer, type Carried, type Composing } from './use-composer'
import { VoicePanel } from './voice-panel'
import { lineWords } from './words'

const cx = classes(sheet)

/** More than is allowed can be written: how much too much is said when it is sent. */
const LONGEST = 3_000
/** milliseconds */
const DOUBLE_TAP = 500

interface ToolProps {
  readonly icon: IconName
  readonly word: string
  readonly onTap: () => void
  readonly main?: boolean
  readonly disabled?: boolean
}

const Tool = ({ icon, word, onTap, main = false, disabled = false }: ToolProps) => (
  <Tappable label={word} className={cx('tool', main && 'main')} disabled={disabled} onTap={onTap}>
    <Icon name={icon} />
    <View className={cx('toolWord')}>{word}</View>
  </Tappable>
)

interface ExtrasProps {
  readonly head: ChannelHead
  readonly composing: Composing
  readonly onCall: () => void
}

/** What one may add to what is written: whom it calls, and that it asks. */
const Extras = ({ head, composing, onCall }: ExtrasProps) => {
  const { office, asks, setAsks, callPerson, shop, setShop } = composing
  const [first] = head.heads
  const owner = head.standing === 'owner' && head.kind === 'store'
  if (!owner && !office) return null
  return (
    <View className={cx('extras')}>
      {owner && (
        <Tappable
          label="请店长回答"
          role="checkbox"
          selected={asks}
          className={cx('extra', asks && 'on')}
          onTap={() => {
            setAsks(!asks)
          }}
        >
          <View className={cx('box')}>{asks && <Icon name="check" size="small" />}</View>
          <View>请店长回答</View>
        </Tappable>
      )}
      {owner && first && (
        <Tappable
          label={`提醒店长${first.name}`}
          className={cx('extra')}
          onTap={() => {
            callPerson(first)
          }}
        >
          @店长
        </Tappable>
      )}
      {office && head.kind !== 'desk' && (
        <Tappable label="提醒谁看" className={cx('extra')} onTap={onCall}>
          @提醒谁看
        </Tappable>
      )}
      {owner && head.shops.length > 1 && (
        <PickerField
          name="以哪家店"
          options={head.shops.map(({ name }) => name)}
          at={Math.max(
            0,
            head.shops.findIndex(({ id }) => id === shop),
          )}
          onChange={(at) => {
            setShop(head.shops[at]?.id ?? null)
          }}
        />
      )}
    </View>
  )
}

interface Props {
  readonly head: ChannelHead
  readonly quote: Outgoing['quote']
  readonly onDropQuote: () => void
  readonly onSend: (body: OutgoingBody, carried: Carried) => void
  /** opens the list of those whom the office may call */
  readonly onCall: (composing: Composing) => void
  /** opens what the office may choose from: articles, canned answers; null: this page has none */
  readonly onPick: ((what: Pickable, composing: Composing) => void) | null
  /** words to begin with, from a message that is written anew; the same object again changes nothing */
  readonly rewritten: { readonly words: string } | null
}

/** What a message of the office's may be made of besides what is written. */
export type Pickable = 'article' | 'canned'

type Panel = 'none' | 'more' | 'voice'

export const Composer = ({ head, quote, onDropQuote, onSend, onCall, onPick, rewritten }: Props) => {
  const composing = useComposer({ head, quote, onSend })
  const { words, write, kinds, trouble, picking } = composing
  const [panel, setPanel] = useState<Panel>('none')
  const [keyboard, setKeyboard] = useState(0)
  const [taken, setTaken] = useState(rewritten)
  if (rewritten !== null && taken !== rewritten) {
    setTaken(rewritten)
    write(rewritten.words)
  }
  const call = () => {
    onCall(composing)
  }
  const sentAt = useRef(0)
  const send = () => {
    sentAt.current = Date.now()
    setPanel('none')
    composing.sendWords()
  }
  // 「发送」 has just stood where these stand: a second tap on it is none on them.
  const open = (next: Panel) => {
    if (Date.now() - sentAt.current > DOUBLE_TAP) setPanel(next)
  }
  const typed = (text: string) => {
    write(text)
    if (text.endsWith('@') && text.length > words.length && composing.office && head.kind !== 'desk') call()
  }
  const sound = kinds.includes('voice') && canRecord()

  return (
    <View style={keyboard > 0 ? `padding-bottom:${String(keyboard)}px` : ''}>
      {trouble !== null && <Notice words={trouble} />}
      {quote && (
        <View className={cx('quoting')}>
          <View className={cx('quoted')}>{`引用 ${quote.who}：${lineWords(quote.line)}`}</View>
          <Tappable label="不引用了" className={cx('drop')} onTap={onDropQuote}>
            <Icon name="close" size="small" />
          </Tappable>
        </View>
      )}
      <Extras head={head} composing={composing} onCall={call} />
      {panel === 'voice' ? (
        <VoicePanel
          onRecorded={(voice) => {
            setPanel('none')
            composing.sendVoice(voice)
          }}
          onClose={() => {
            setPanel('none')
          }}
        />
      ) : (
        <View className={cx('line')}>
          <GrowingField
            label="写消息"
            hint="发消息"
            value={words}
            most={LONGEST}
            onChange={typed}
            onSend={send}
            onKeyboard={setKeyboard}
          />
          {words.trim() !== '' ? (
            <Tool icon="send" word="发送" main onTap={send} />
          ) : (
            <>
              {sound && (
                <Tool
                  icon="mic"
                  word="语音"
                  onTap={() => {
                    open('voice')
                  }}
                />
              )}
              <Tool
                icon="plus"
                word={panel === 'more' ? '收起' : '添加'}
                onTap={() => {
                  open(panel === 'more' ? 'none' : 'more')
                }}
              />
            </>
          )}
        </View>
      )}
      {panel === 'more' && (
        <View className={cx('panel')}>
          <Tool
            icon="camera"
            word={picking ? '正在处理' : '拍照／相册'}
            disabled={picking}
            onTap={composing.sendPictures}
          />
          {kinds.includes('file') && (
            <Tool icon="list" word="文件" disabled={picking} onTap={composing.sendFile} />
          )}
          {onPick !== null && kinds.includes('article') && (
            <>
              <Tool
                icon="list"
                word="指南"
                onTap={() => {
                  onPick('article', composing)
                }}
              />
              <Tool
                icon="chat"
                word="话术"
                onTap={() => {
                  onPick('canned', composing)
                }}
              />
            </>
          )}
          {!kinds.includes('file') && (
            <View className={cx('whyNot')}>这里由店长发文件；您可以拍照片发，或在和店长的单独聊天里发。</View>
          )}
          {!canRecord() && <View className={cx('whyNot')}>这个浏览器不能录音，请在微信里发语音。</View>}
        </View>
      )}
    </View>
  )
}
