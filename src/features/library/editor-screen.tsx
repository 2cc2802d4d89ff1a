import { View } from '@tarojs/components'
import { useState } from 'react'
import { articleLimits, articleTopics } from '#domain/article'
import type { DraftView } from '#domain/contract/article'
import type { Id } from '#domain/kernel/id'
import { reportLimits } from '#domain/submission'
import { choosePhotos } from '../../platform/media'
import type { PhotoTrouble } from '../../platform/photo'
import { readingOf } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { classes } from '../../ui/classes'
import { InputLine } from '../../ui/input-line'
import { NotHere } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { PickerField } from '../../ui/picker-field'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { BlockEditor } from './block-editor'
import { Blocks } from './blocks'
import { blank, editedOf, shownOf, swapped, type Edited, type EditedBlock } from './editing'
import sheet from './library.module.scss'
import { Publishing } from './publishing'
import { useDraft } from './queries'
import { TradesField } from './trades-field'
import { useSaveArticle } from './use-save-article'
import { photoTroubleWords, statusWords, topicWords } from './words'

const cx = classes(sheet)

interface AddingProps {
  readonly onAdd: (block: EditedBlock) => void
}

const Adding = ({ onAdd }: AddingProps) => {
  const [trouble, setTrouble] = useState<PhotoTrouble | null>(null)
  const choose = async () => {
    const { photos, trouble: found } = await choosePhotos(1, reportLimits.photoBytes, () => undefined)
    setTrouble(found)
    for (const { id, src } of photos) onAdd({ kind: 'picture', from: { kind: 'photo', id, src }, words: '' })
  }
  const kinds = [
    ['words', '加文字'],
    ['steps', '加步骤'],
    ['heading', '加小标题'],
  ] as const
  return (
    <Card title="再加一段">
      <View className={cx('kinds')}>
        {kinds.map(([kind, word]) => (
          <Button
            key={kind}
            word={word}
            kind="soft"
            small
            onTap={() => {
              onAdd({ kind, words: '' })
            }}
          />
        ))}
        <Button
          word="加图片"
          kind="soft"
          small
          icon="camera"
          onTap={() => {
            void choose()
          }}
        />
      </View>
      {trouble !== null && <Notice tone="warn" words={photoTroubleWords[trouble]} />}
    </Card>
  )
}

interface FormProps {
  /** null: a new one */
  readonly draft: DraftView | null
  readonly onSaved: (id: Id<'article'>) => void
}

const Form = ({ draft, onSaved }: FormProps) => {
  const [edited, setEdited] = useState<Edited>(() => (draft ? editedOf(draft) : blank))
  const [dirty, setDirty] = useState(false)
  const [preview, setPreview] = useState(false)
  const saving = useSaveArticle(draft, ({ id }) => {
    setDirty(false)
    onSaved(id)
  })
  const edit = (part: Partial<Edited>) => {
    saving.forgetFailure()
    setDirty(true)
    setEdited((now) => ({ ...now, ...part }))
  }
  const { title, topic, trades, blocks } = edited
  const { busy } = saving
  const foot = (
    <SendFoot
      failure={saving.failure}
      word={draft && !dirty ? '已保存' : '保存草稿'}
      busy={busy}
      busyWord="正在保存"
      blocked={draft && !dirty ? '没有新的修改' : title.trim() === '' ? '先写标题' : null}
      onTap={() => {
        saving.run(edited)
      }}
    />
  )
  return (
    <Screen foot={foot} covered={preview}>
      {draft && (
        <Text as="small">{`${statusWords[draft.status.kind]}${draft.ahead ? ' · 有没发布的修改' : ''}`}</Text>
      )}
      <Card>
        <Text as="strong">标题</Text>
        <InputLine
          label="标题"
          hint="一句话，例如：毛巾怎么消毒"
          value={title}
          most={articleLimits.title}
          disabled={busy}
          onChange={(next) => {
            edit({ title: next })
          }}
        />
        <PickerField
          name="讲什么"
          options={articleTopics.map((one) => topicWords[one])}
          at={articleTopics.indexOf(topic)}
          disabled={busy}
          onChange={(at) => {
            edit({ topic: articleTopics[at] ?? topic })
          }}
        />
        <TradesField
          value={trades}
          disabled={busy}
          onChange={(next) => {
            edit({ trades: next })
          }}
        />
      </Card>
      {blocks.map((block, at) => (
        <BlockEditor
          key={at}
          block={block}
          place={at + 1}
          first={at === 0}
          last={at === blocks.length - 1}
          disabled={busy}
          onChange={(next) => {
            edit({ blocks: blocks.map((one, position) => (position === at ? next : one)) })
          }}
          onMove={(by) => {
            edit({ blocks: swapped(blocks, at, by) })
          }}
          onRemove={() => {
            edit({ blocks: blocks.filter((_one, position) => position !== at) })
          }}
        />
      ))}
      <Adding
        onAdd={(block) => {
          edit({ blocks: [...blocks, block] })
        }}
      />
      <Button
        word="预览"
        kind="soft"
        onTap={() => {
          setPreview(true)
        }}
      />
      {draft && <Publishing draft={draft} dirty={dirty} />}
      {preview && (
        <Sheet
          title="业户看到的样子"
          onClose={() => {
            setPreview(false)
          }}
        >
          <Text as="title">{title}</Text>
          <Blocks blocks={shownOf(edited)} />
        </Sheet>
      )}
    </Screen>
  )
}

interface Props {
  /** null: a new one */
  readonly id: Id<'article'> | null
  readonly onSaved: (id: Id<'article'>) => void
}

/** Command's editor: a title, for whom, and blocks in their order. */
export const EditorScreen = ({ id, onSaved }: Props) => {
  const query = useDraft(id)
  if (id === null) return <Form draft={null} onSaved={onSaved} />
  if (query.data) return <Form key={query.data.version} draft={query.data} onSaved={onSaved} />
  return (
    <Screen>
      <NotHere {...readingOf(query)} cards={2} />
    </Screen>
  )
}
