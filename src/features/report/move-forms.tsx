import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DistrictView } from '#domain/contract/district'
import type { Id } from '#domain/kernel/id'
import type { Rating } from '#domain/report'
import { reportLimits } from '#domain/submission'
import { call } from '../../platform/cloud'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { described } from '../../ui/described'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import type { Run } from './use-move'
import { useMoveDraft } from './use-move-draft'
import { ratingWords } from './words'

export interface FormProps {
  readonly id: Id<'report'>
  readonly busy: boolean
  readonly onSend: Run
}

const SHORT = 200

const promiseWords = (hours: number): string =>
  hours >= 48 && hours % 24 === 0 ? `${String(hours / 24)} 天内处理` : `${String(hours)} 小时内处理`

export const TriageForm = ({
  busy,
  onSend,
  district,
}: Omit<FormProps, 'id'> & { readonly district: DistrictView }) => {
  const [category, setCategory] = useState<Id<'category'> | null>(null)
  return (
    <>
      {district.categories.map(({ id, name, hours }) => (
        <Choice
          key={id}
          word={name}
          note={promiseWords(hours)}
          on={id === category}
          disabled={busy}
          onTap={() => {
            setCategory(id)
          }}
        />
      ))}
      <Button
        word="分派给处置部门"
        busy={busy}
        blocked={category === null ? '先选一个问题类型' : null}
        onTap={() => {
          if (category === null) return
          onSend({
            move: 'triage',
            body: { category },
            send: (target) => call('report.triage', { ...target, category }),
          })
        }}
      />
    </>
  )
}

export const DeclineForm = ({ id, busy, onSend }: FormProps) => {
  const { draft, edit } = useMoveDraft(id, 'decline')
  const { words: reason, remedy } = draft
  return (
    <>
      <WordsField
        boxed
        fixed
        label="为什么不受理"
        hint="为什么不受理"
        value={reason}
        most={SHORT}
        disabled={busy}
        onChange={(words) => {
          edit({ words })
        }}
      />
      <WordsField
        boxed
        fixed
        label="可以怎么办"
        hint="可以怎么办，例如向哪个单位反映"
        value={remedy}
        most={SHORT}
        disabled={busy}
        onChange={(next) => {
          edit({ remedy: next })
        }}
      />
      <Button
        word="告诉反映人不受理"
        busy={busy}
        blocked={reason.trim() === '' || remedy.trim() === '' ? '原因和办法都要写' : null}
        onTap={() => {
          onSend({
            move: 'decline',
            body: { reason, remedy },
            send: (target) => call('report.decline', { ...target, reason, remedy }),
          })
        }}
      />
    </>
  )
}

export const ConfirmForm = ({ busy, onSend }: Omit<FormProps, 'id'>) => {
  const [rating, setRating] = useState<Rating | null>(null)
  return (
    <>
      <Text as="small">给这次办理评一评，可以不评。评的是办理部门，不是店铺。</Text>
      <View
        {...described({ role: 'radiogroup', label: '好差评' })}
        style="display:flex;flex-direction:column;gap:8px"
      >
        {ratingWords.map(([level, word]) => (
          <Choice
            key={level}
            word={word}
            on={level === rating}
            disabled={busy}
            onTap={() => {
              setRating(level === rating ? null : level)
            }}
          />
        ))}
      </View>
      <Button
        word={rating === null ? '确认解决了，不评价' : '确认解决了并评价'}
        busy={busy}
        onTap={() => {
          onSend({
            move: 'confirm',
            body: { rating },
            send: (target) => call('report.confirm', { ...target, rating }),
          })
        }}
      />
    </>
  )
}

export const ReopenForm = ({ id, busy, onSend }: FormProps) => {
  const { draft, edit } = useMoveDraft(id, 'reopen')
  const { words } = draft
  return (
    <>
      <Text as="small">写一句哪里没解决，会请处置部门重新办理一次。</Text>
      <WordsField
        boxed
        fixed
        label="哪里没解决"
        hint="哪里没解决"
        value={words}
        most={reportLimits.words}
        disabled={busy}
        onChange={(next) => {
          edit({ words: next })
        }}
      />
      <Button
        word="请重新办理"
        busy={busy}
        blocked={words.trim() === '' ? '先写一句哪里没解决' : null}
        onTap={() => {
          onSend({
            move: 'reopen',
            body: { words },
            send: (target) => call('report.reopen', { ...target, words }),
          })
        }}
      />
    </>
  )
}
