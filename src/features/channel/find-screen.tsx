import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MessageView } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { Unanswered } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { InputLine } from '../../ui/input-line'
import { Listed } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { MessageBody } from './bodies'
import { FindFilter } from './find-filter'
import { useChannelHead, useFiles, useFound } from './queries'
import { lineOfView } from './quote'
import { everybodyAnyDay, isEnough, isNarrowed, nothingSought, type Sought } from './sought'
import { SpeakerSheet } from './speaker-sheet'
import { authorWords, lineWords } from './words'

type What = 'words' | 'images' | 'file' | 'article'

const whats: readonly (readonly [What, string])[] = [
  ['words', '文字'],
  ['images', '图片'],
  ['file', '文件'],
  ['article', '指南'],
]

const noWays = { onArticle: null, onCircular: null, onCard: null }

interface OpenProps {
  readonly onOpen: (seq: number) => void
}

interface Props extends OpenProps {
  readonly channel: Id<'channel'>
  /** who is reading: 「我自己」 among those whose words are looked for */
  readonly me: Id<'person'> | null
  readonly onBack: () => void
}

const noteOf = (message: MessageView): string => {
  const { body } = message
  return body?.kind === 'text' ? body.words.slice(0, 80) : lineWords(lineOfView(message))
}

const Hits = ({ rows, onOpen }: OpenProps & { readonly rows: readonly MessageView[] }) => (
  <Rows wide={false}>
    {rows.map((message) => (
      <RowLine
        key={message.seq}
        title={`${authorWords(message.author)} · ${momentWords(message.at, serverNow())}`}
        note={noteOf(message)}
        onTap={() => {
          onOpen(message.seq)
        }}
      />
    ))}
  </Rows>
)

const emptyWords = (sought: Sought): string => {
  if (!isNarrowed(sought)) return `没有找到「${sought.words}」，换个说法再搜。`
  const what = sought.words === '' ? '这样的消息' : `「${sought.words}」`
  return `选的人和日期里没有找到${what}，换一换，或去掉条件再找。`
}

const Found = ({
  channel,
  sought,
  onOpen,
  onClear,
  onBack,
}: OpenProps &
  Pick<Props, 'channel' | 'onBack'> & { readonly sought: Sought; readonly onClear: () => void }) => {
  const narrowed = isNarrowed(sought)
  const query = useFound(channel, sought)
  const list = useEndless(query)
  const { failure } = query.error instanceof Unanswered ? query.error : { failure: null }
  if (failure?.kind === 'refused' && failure.code === 'words-too-short')
    return <EmptyState words="只有标点找不到，请写两个字以上。" actionWord="回到聊天" onAction={onBack} />
  return (
    <Listed
      list={list}
      moreWord="继续往前找"
      empty={
        <EmptyState
          words={emptyWords(sought)}
          actionWord={narrowed ? '去掉条件' : '回到聊天'}
          onAction={narrowed ? onClear : onBack}
        />
      }
    >
      {(rows) => (rows.length === 0 ? null : <Hits rows={rows} onOpen={onOpen} />)}
    </Listed>
  )
}

const FileList = ({
  channel,
  kind,
  onOpen,
  onBack,
}: OpenProps & Pick<Props, 'channel' | 'onBack'> & { readonly kind: Exclude<What, 'words'> }) => {
  const list = useEndless(useFiles(channel, kind))
  return (
    <Listed list={list} empty={<EmptyState words="这里还没有。" actionWord="回到聊天" onAction={onBack} />}>
      {(rows) =>
        rows.map(({ seq, author, body, at }) => (
          <Card key={seq}>
            <Text as="small">{`${authorWords(author)} · ${momentWords(at, serverNow())}`}</Text>
            {body && <MessageBody body={body} onLost={list.onRetry} {...noWays} />}
            <Button
              word="看前后的消息"
              kind="plain"
              small
              onTap={() => {
                onOpen(seq)
              }}
            />
          </Card>
        ))
      }
    </Listed>
  )
}

/** Whom and which days somebody chooses is looked for at once, what is typed with the next tap. */
const useSought = () => {
  const [typed, setTyped] = useState('')
  const [sought, setSought] = useState(nothingSought)
  const look = (part: Partial<Sought> = {}) => {
    setSought((now) => ({ ...now, words: typed.trim(), ...part }))
  }
  return {
    ...{ typed, sought, look },
    type: (text: string) => {
      setTyped(text)
      if (text.trim() === '') look({ words: '' })
    },
  }
}

const Searching = ({
  channel,
  me,
  onOpen,
  onBack,
  search: { typed, sought, look, type },
}: Props & { readonly search: ReturnType<typeof useSought> }) => {
  const [choosing, setChoosing] = useState(false)
  // Known by the time somebody is chosen: the sheet then opens as high as it stays.
  const head = useChannelHead(channel)
  return (
    <>
      <Card>
        <InputLine label="要找的文字" hint="例如：消毒" value={typed} most={30} onChange={type} />
        <FindFilter
          sought={sought}
          onChange={look}
          onWho={() => {
            setChoosing(true)
          }}
        />
        <Button
          word="查找"
          icon="search"
          blocked={isEnough({ ...sought, words: typed.trim() }) ? null : '写两个字以上，或选人、选日期再找'}
          onTap={() => {
            look()
          }}
        />
      </Card>
      <View>
        {isEnough(sought) && (
          <Found
            {...{ channel, sought, onOpen, onBack }}
            onClear={() => {
              look(everybodyAnyDay)
            }}
          />
        )}
      </View>
      {choosing && (
        <SpeakerSheet
          channel={channel}
          head={head}
          me={me}
          chosen={sought.by}
          onChoose={(by) => {
            setChoosing(false)
            look({ by })
          }}
          onClose={() => {
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}

/** What was said and sent in a channel, found again. */
export const FindScreen = (props: Props) => {
  const { channel, onOpen, onBack } = props
  const [what, setWhat] = useState<What>('words')
  const search = useSought()
  return (
    <Screen>
      <Segments label="找什么" options={whats} value={what} onChange={setWhat} />
      {what === 'words' ? (
        <Searching {...props} search={search} />
      ) : (
        <FileList key={what} channel={channel} kind={what} onOpen={onOpen} onBack={onBack} />
      )}
    </Screen>
  )
}
