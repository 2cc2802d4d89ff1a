import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MessageView } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
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
import { useFiles, useFound } from './queries'
import { lineOfView } from './quote'
import { authorWords, lineWords } from './words'

type What = 'words' | 'images' | 'file' | 'article'

const whats: readonly (readonly [What, string])[] = [
  ['words', '文字'],
  ['images', '图片'],
  ['file', '文件'],
  ['article', '指南'],
]

const noWays = { onArticle: null, onCircular: null, onCard: null }
const SHORTEST = 2

interface OpenProps {
  readonly onOpen: (seq: number) => void
}

const Hits = ({ rows, onOpen }: OpenProps & { readonly rows: readonly MessageView[] }) => (
  <Rows wide={false}>
    {rows.map((message) => (
      <RowLine
        key={message.seq}
        title={`${authorWords(message.author)} · ${momentWords(message.at, serverNow())}`}
        note={
          message.body?.kind === 'text' ? message.body.words.slice(0, 80) : lineWords(lineOfView(message))
        }
        onTap={() => {
          onOpen(message.seq)
        }}
      />
    ))}
  </Rows>
)

const Found = ({
  channel,
  words,
  onOpen,
  onBack,
}: OpenProps & { readonly channel: Id<'channel'>; readonly words: string; readonly onBack: () => void }) => (
  <Listed
    list={useEndless(useFound(channel, words))}
    moreWord="继续往前找"
    empty={
      <EmptyState words={`没有找到「${words}」，换个说法再搜。`} actionWord="回到聊天" onAction={onBack} />
    }
  >
    {(rows) => (rows.length === 0 ? null : <Hits rows={rows} onOpen={onOpen} />)}
  </Listed>
)

const FileList = ({
  channel,
  kind,
  onOpen,
  onBack,
}: OpenProps & {
  readonly channel: Id<'channel'>
  readonly kind: Exclude<What, 'words'>
  readonly onBack: () => void
}) => {
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

interface Props extends OpenProps {
  readonly channel: Id<'channel'>
  readonly onBack: () => void
}

/** What was said and sent in a channel, found again. */
export const FindScreen = ({ channel, onOpen, onBack }: Props) => {
  const [what, setWhat] = useState<What>('words')
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const ready = Array.from(typed.trim()).length >= SHORTEST
  return (
    <Screen>
      <Segments label="找什么" options={whats} value={what} onChange={setWhat} />
      {what === 'words' && (
        <Card>
          <InputLine label="要找的文字" hint="例如：消毒" value={typed} most={30} onChange={setTyped} />
          <Button
            word="查找"
            icon="search"
            blocked={ready ? null : '写两个字以上再找'}
            onTap={() => {
              setWords(typed.trim())
            }}
          />
        </Card>
      )}
      <View>
        {what === 'words' && words !== '' && (
          <Found key={words} channel={channel} words={words} onOpen={onOpen} onBack={onBack} />
        )}
      </View>
      {what !== 'words' && (
        <FileList key={what} channel={channel} kind={what} onOpen={onOpen} onBack={onBack} />
      )}
    </Screen>
  )
}
