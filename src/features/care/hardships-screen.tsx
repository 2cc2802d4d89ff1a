import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HardshipRow, HardshipsOf } from '#domain/contract/hardship'
import { hardshipKinds, type HardshipKind } from '#domain/hardship'
import { call } from '../../platform/cloud'
import { serverNow } from '../../platform/server-clock'
import { readingOf, useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { EmptyState } from '../../ui/empty-state'
import { Listed, NotHere } from '../../ui/listed'
import { Row } from '../../ui/row'
import { RowLine, Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { momentWords } from '../../ui/time-words'
import { HardshipForm } from './hardship-form'
import { useCounts, useHardships } from './queries'
import { hardshipKindWords, hardshipRefusals, hardshipState } from './words'
import { WordsForm } from './words-form'

type Answer = 'assign' | 'helped' | 'notPossible'

const answers = {
  assign: { title: '谁来帮', label: '部门或人', hint: '例如：商务局', word: '记下' },
  helped: { title: '已帮上', label: '怎么帮的', hint: '例如：社区借了一台消毒柜', word: '告诉店里' },
  notPossible: {
    title: '暂时帮不了',
    label: '原因和别的办法',
    hint: '例如：今年没有补贴，明年三月可以再报',
    word: '告诉店里',
  },
} as const

const HardshipCard = ({
  row,
  onAnswer,
}: {
  readonly row: HardshipRow
  readonly onAnswer: (answer: Answer) => void
}) => {
  const { shopName, kind, words, helper, at, status, answerable } = row
  return (
    <Card>
      <Row apart wrap>
        <Text as="small">{`${shopName} · ${hardshipKindWords[kind]} · ${momentWords(at, serverNow())}`}</Text>
        <Chip {...hardshipState(status)} />
      </Row>
      <View>
        <Text as="strong">{words}</Text>
        <Text as="small">{helper === '' ? '还没有人帮办' : `帮办：${helper}`}</Text>
        {status.kind !== 'open' && <Text>{status.words}</Text>}
      </View>
      {answerable && (
        <>
          <Row>
            <Button
              word="已帮上"
              kind="soft"
              small
              onTap={() => {
                onAnswer('helped')
              }}
            />
            <Button
              word="暂时帮不了"
              kind="plain"
              small
              onTap={() => {
                onAnswer('notPossible')
              }}
            />
          </Row>
          <TextLink
            word={helper === '' ? '写谁来帮' : '换人帮'}
            onTap={() => {
              onAnswer('assign')
            }}
          />
        </>
      )}
    </Card>
  )
}

/** The district's, by kind: a line opens that kind's list. */
const Counts = ({ onPick }: { readonly onPick: (kind: HardshipKind) => void }) => {
  const counts = useCounts()
  const { data } = counts
  if (!data) return <NotHere {...readingOf(counts)} />
  return (
    <Rows>
      {hardshipKinds.map((kind) => {
        const { open, helped, notPossible } = data[kind]
        return (
          <RowLine
            key={kind}
            title={`${hardshipKindWords[kind]} ${String(open)} 件`}
            note={`已帮上 ${String(helped)}，暂时帮不了 ${String(notPossible)}`}
            onTap={() => {
              onPick(kind)
            }}
          />
        )
      })}
    </Rows>
  )
}

interface Props {
  readonly of: HardshipsOf
  readonly onHome: () => void
}

/** 困难台账. */
export const HardshipsScreen = ({ of: given, onHome }: Props) => {
  const [only, setOnly] = useState<HardshipKind | null>(null)
  const of: HardshipsOf = given.kind === 'district' ? { ...given, only } : given
  const hardships = useEndless(useHardships(of, given.kind !== 'shop'))
  const [answering, setAnswering] = useState<{ readonly row: HardshipRow; readonly answer: Answer } | null>(
    null,
  )
  const [adding, setAdding] = useState(false)
  const foot =
    given.kind === 'shop' ? (
      <Button
        word="记一个困难"
        icon="plus"
        onTap={() => {
          setAdding(true)
        }}
      />
    ) : undefined
  return (
    <Screen covered={adding || answering !== null} foot={foot}>
      {given.kind === 'district' && <Counts onPick={setOnly} />}
      {given.kind === 'district' && only !== null && (
        <Row apart>
          <Text as="head">{hardshipKindWords[only]}</Text>
          <TextLink
            word="看全部"
            onTap={() => {
              setOnly(null)
            }}
          />
        </Row>
      )}
      <Listed
        list={hardships}
        empty={<EmptyState icon="check" words="没有记下的困难。" actionWord="回首页" onAction={onHome} />}
      >
        {(rows) =>
          rows.map((row) => (
            <HardshipCard
              key={row.id}
              row={row}
              onAnswer={(answer) => {
                setAnswering({ row, answer })
              }}
            />
          ))
        }
      </Listed>
      {adding && given.kind === 'shop' && (
        <HardshipForm
          shop={given.shop}
          onClose={() => {
            setAdding(false)
          }}
        />
      )}
      {answering && (
        <WordsForm
          {...answers[answering.answer]}
          name={`${answering.answer}:${answering.row.id}`}
          about={answering.row.words}
          send={(words) =>
            call('hardship.move', {
              id: answering.row.id,
              version: answering.row.version,
              move:
                answering.answer === 'assign'
                  ? { kind: 'assign', helper: words }
                  : { kind: answering.answer, words },
            })
          }
          refusals={hardshipRefusals}
          onClose={() => {
            setAnswering(null)
          }}
        />
      )}
    </Screen>
  )
}
