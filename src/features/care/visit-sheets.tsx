import { useState } from 'react'
import { careWords } from '#domain/care-words'
import type { VisitRow } from '#domain/contract/visit'
import type { VisitMove } from '#domain/visit'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { useRefresh } from './queries'
import { TimeFields } from './time-fields'
import { visitRefusals } from './words'
import { WordsForm } from './words-form'

interface Props {
  readonly row: VisitRow
  readonly onClose: () => void
}

const useMove = ({ row: { id, version }, onClose }: Props) => {
  const refresh = useRefresh()
  return useAct(
    async (move: VisitMove) => {
      const outcome = await call('visit.move', { id, version, move })
      if (outcome.kind === 'refused') await refresh()
      return outcome
    },
    async () => {
      await refresh()
      onClose()
    },
  )
}

const ShiftSheet = (props: Props) => {
  const { row, onClose } = props
  const [when, setWhen] = useState(row.when)
  const { run, busy, failure } = useMove(props)
  return (
    <Sheet title="改时间" onClose={onClose} held={busy}>
      <Text as="small">{`${row.shopName}：${row.topic}`}</Text>
      <TimeFields when={when} onChange={setWhen} disabled={busy} />
      {failure && <Notice words={failureWords(failure, visitRefusals)} />}
      <Button
        word="就这个时间"
        busy={busy}
        busyWord="正在提交"
        onTap={() => {
          run({ kind: 'shift', when })
        }}
      />
    </Sheet>
  )
}

/** One line is one guidance item. */
const itemsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const FinishSheet = (props: Props) => {
  const { row, onClose } = props
  const [words, setWords] = useState('')
  const [items, setItems] = useState('')
  const { run, busy, failure, forgetFailure } = useMove(props)
  return (
    <Sheet title="做了什么" onClose={onClose} held={busy}>
      <Text as="small">{`${row.shopName}：${row.topic}`}</Text>
      <WordsField
        boxed
        fixed
        label="教了什么、帮了什么"
        hint="例如：教了配消毒水，帮着贴了标签"
        value={words}
        most={careWords}
        disabled={busy}
        onChange={(next) => {
          forgetFailure()
          setWords(next)
        }}
      />
      <WordsField
        boxed
        fixed
        label="请店里接着做的（可不写）"
        hint="一行一条，会记成指导事项"
        value={items}
        most={careWords}
        disabled={busy}
        onChange={(next) => {
          forgetFailure()
          setItems(next)
        }}
      />
      {failure && <Notice words={failureWords(failure, visitRefusals)} />}
      <Button
        word="完成"
        busy={busy}
        busyWord="正在提交"
        blocked={words.trim() === '' ? '先写一句' : null}
        onTap={() => {
          run({ kind: 'finish', words, items: itemsIn(items) })
        }}
      />
    </Sheet>
  )
}

const asked = {
  cancel: { title: '取消上门', label: '原因', hint: '例如：临时有会，下周再约', word: '取消这次上门' },
  askOther: {
    title: '想换个时间',
    label: '什么时候方便',
    hint: '例如：上午人多，下午三点后都行',
    word: '告诉店长',
  },
} as const

export const VisitSheet = ({ row, move, onClose }: Props & { readonly move: VisitMove['kind'] }) => {
  if (move === 'shift') return <ShiftSheet row={row} onClose={onClose} />
  if (move === 'finish') return <FinishSheet row={row} onClose={onClose} />
  return (
    <WordsForm
      {...asked[move]}
      name={`${move}:${row.id}`}
      about={`${row.shopName}：${row.topic}`}
      send={(words) => call('visit.move', { id: row.id, version: row.version, move: { kind: move, words } })}
      refusals={visitRefusals}
      onClose={onClose}
    />
  )
}
