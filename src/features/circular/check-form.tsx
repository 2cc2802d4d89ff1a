import { View } from '@tarojs/components'
import { answerMarks, circularLimits, type AnswerMark, type CheckAnswer } from '#domain/circular'
import type { AskedShop, CircularView } from '#domain/contract/circular'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useDraft } from '../../platform/use-draft'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { Segments } from '../../ui/segments'
import { Text } from '../../ui/text'
import sheet from './circular.module.scss'
import { useAnswered } from './queries'
import { checkRefusals, markWords, offlineAnswer } from './words'

const cx = classes(sheet)

type Draft = readonly { readonly mark: AnswerMark | ''; readonly words: string }[]

const isMark = (mark: string): mark is AnswerMark => (answerMarks as readonly string[]).includes(mark)

/** A line is kept as its mark and its words; what an older draft holds beyond the lines is dropped. */
const draftFrom = (text: string, items: number): Draft => {
  const lines = text.split('\n')
  return Array.from({ length: items }, (_, at) => {
    const line = lines[at] ?? ''
    const [mark = ''] = line.split(' ', 1)
    return { mark: isMark(mark) ? mark : '', words: line.slice(mark.length + 1) }
  })
}
const textOf = (draft: Draft): string =>
  draft.map(({ mark, words }) => `${mark} ${words.replace(/\n/g, ' ')}`).join('\n')

const marks = answerMarks.map((mark) => [mark, markWords[mark]] as const)

interface ItemProps {
  readonly item: string
  readonly at: number
  readonly answer: Draft[number]
  readonly onChange: (answer: Draft[number]) => void
}

const Item = ({ item, at, answer, onChange }: ItemProps) => (
  <View className={cx('item')}>
    <Text as="strong">{`${String(at + 1)}. ${item}`}</Text>
    <View className={cx('marks')}>
      <Segments<AnswerMark | ''>
        label={item}
        options={marks}
        value={answer.mark}
        onChange={(mark) => {
          onChange({ ...answer, mark })
        }}
      />
    </View>
    {answer.mark === 'not' && (
      <InputLine
        label={`第 ${String(at + 1)} 条的说明`}
        hint="差在哪里，可以不写"
        value={answer.words}
        most={circularLimits.remark}
        onChange={(words) => {
          onChange({ ...answer, words })
        }}
      />
    )}
  </View>
)

interface Props {
  readonly view: CircularView
  readonly shop: AskedShop
  readonly onDone: () => void
}

/** The shop's own look at itself; for its head alone. */
export const CheckForm = ({ view: { id, items }, shop, onDone }: Props) => {
  const answered = useAnswered(id)
  const first = (shop.check?.answers ?? []).map(({ mark, words }) => ({ mark, words }))
  const { draft, edit, drop } = useDraft(`self-check:${id}:${shop.id}`, { lines: textOf(first) })
  const answers = draftFrom(draft.lines, items.length)
  const open = answers.filter(({ mark }) => mark === '').length
  const { run, busy, failure, forgetFailure } = useAct(
    () =>
      call('circular.check', {
        ...{ id, shop: shop.id },
        answers: answers.flatMap(({ mark, words }): readonly CheckAnswer[] =>
          mark === '' ? [] : [{ mark, words: mark === 'not' ? words : '' }],
        ),
      }),
    async () => {
      drop()
      await answered()
      onDone()
    },
  )
  return (
    <>
      <Text as="small">结果只给店长看，不打分，不作处罚依据。没做到的，店长会来帮您。</Text>
      {items.map((item, at) => (
        <Item
          key={item}
          item={item}
          at={at}
          answer={answers[at] ?? { mark: '', words: '' }}
          onChange={(answer) => {
            forgetFailure()
            edit({ lines: textOf(answers.map((one, place) => (place === at ? answer : one))) })
          }}
        />
      ))}
      {failure && <Notice words={failureWords(failure, checkRefusals, offlineAnswer)} />}
      <Button
        word="交给店长"
        busy={busy}
        busyWord="正在提交"
        blocked={open > 0 ? `还有 ${String(open)} 条没选` : null}
        onTap={run}
      />
    </>
  )
}
