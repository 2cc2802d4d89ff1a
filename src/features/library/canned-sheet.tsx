import { useState } from 'react'
import { articleTopics, type ArticleTopic } from '#domain/article'
import { cannedFields, cannedLimits } from '#domain/canned-answer'
import type { CannedRow } from '#domain/contract/canned-answer'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PickerField } from '../../ui/picker-field'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { useLibraryChanged } from './queries'
import { TradesField } from './trades-field'
import { cannedRefusals, topicWords } from './words'

export interface Editing {
  /** null: a new one */
  readonly row: CannedRow | null
}

interface Props {
  readonly editing: Editing
  readonly commands: boolean
  readonly onClose: () => void
}

const useCannedActs = (row: CannedRow | null, onClose: () => void) => {
  const changed = useLibraryChanged()
  const keyed = useKeyed()
  const done = async () => {
    await changed()
    onClose()
  }
  const id = row?.id ?? null
  const version = row?.version ?? null
  const saving = useAct(
    (body: {
      readonly words: string
      readonly topic: ArticleTopic
      readonly trades: CannedRow['trades']
      readonly of: { readonly kind: 'own' } | { readonly kind: 'district' }
    }) => keyed({ id, version, ...body }, (key) => call('cannedAnswer.save', { ...body, id, version, key })),
    done,
  )
  const removing = useAct(
    (answer: Pick<CannedRow, 'id' | 'version'>) =>
      call('cannedAnswer.remove', { id: answer.id, version: answer.version }),
    done,
  )
  return { saving, removing }
}

/** Writing one: its words, what it is about, for whom. */
export const CannedSheet = ({ editing: { row }, commands, onClose }: Props) => {
  const [words, setWords] = useState(row?.words ?? '')
  const [topic, setTopic] = useState<ArticleTopic>(row?.topic ?? 'other')
  const [trades, setTrades] = useState(row?.trades ?? null)
  const { saving, removing } = useCannedActs(row, onClose)
  const [sure, setSure] = useState(false)
  const busy = saving.busy || removing.busy
  const failure =
    (saving.failure && failureWords(saving.failure, cannedRefusals, unreachedWords)) ??
    (removing.failure && failureWords(removing.failure, {}, unreachedWords))
  return (
    <Sheet title={row ? '改话术' : '写一条话术'} held={busy} onClose={onClose}>
      <WordsField
        boxed
        fixed
        label="话术"
        hint="例如：{店名}您好，我是店长{店长}。"
        value={words}
        most={cannedLimits.words}
        disabled={busy}
        onChange={(next) => {
          saving.forgetFailure()
          setWords(next)
        }}
      />
      <Text as="small">{`聊天时会自动填上：${cannedFields.map((name) => `{${name}}`).join('、')}`}</Text>
      <PickerField
        name="讲什么"
        options={articleTopics.map((one) => topicWords[one])}
        at={articleTopics.indexOf(topic)}
        disabled={busy}
        onChange={(at) => {
          setTopic(articleTopics[at] ?? 'other')
        }}
      />
      <TradesField value={trades} disabled={busy} onChange={setTrades} />
      {failure !== null && <Notice words={failure} />}
      <Button
        word={commands && !row ? '保存，全区店长可用' : '保存'}
        busy={saving.busy}
        busyWord="正在保存"
        blocked={words.trim() === '' ? '先写内容' : null}
        onTap={() => {
          saving.run({ words, topic, trades, of: { kind: commands ? 'district' : 'own' } })
        }}
      />
      {row && (
        <Button
          word={sure ? '再点一次，删掉这条' : '删掉'}
          kind="plain"
          busy={removing.busy}
          onTap={() => {
            if (sure) removing.run(row)
            else setSure(true)
          }}
        />
      )}
    </Sheet>
  )
}
