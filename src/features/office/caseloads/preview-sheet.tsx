import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MovePreview } from '#domain/contract/caseload'
import { Button } from '../../../ui/button'
import { Field, Hairline } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { figure, shopsWords } from '../shared/numbers'
import type { Receiver } from './move-done'

interface Props {
  readonly preview: MovePreview
  readonly from: { readonly name: string; readonly shops: number }
  readonly to: Receiver
  /** 「今天，马上生效」 */
  readonly when: string
  readonly busy: boolean
  readonly failure: string | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

const shownFirst = 10

const Names = ({ names }: { readonly names: readonly string[] }) => {
  const [all, setAll] = useState(false)
  const hidden = names.length - shownFirst
  return (
    <>
      <Text as="small">{(all ? names : names.slice(0, shownFirst)).join('、')}</Text>
      {!all && hidden > 0 && (
        <Button
          word={`还有 ${shopsWords(hidden)}，全部显示`}
          kind="plain"
          small
          onTap={() => {
            setAll(true)
          }}
        />
      )}
    </>
  )
}

const change = (before: number, after: number) => `${figure(before)} → ${shopsWords(after)}`

/** What the move would do, before it is done: both counts, every name, and what stays behind and why. */
export const PreviewSheet = ({ preview, from, to, when, busy, failure, onConfirm, onClose }: Props) => {
  const { names, outside, fromCount, toCount } = preview
  const count = names.length
  return (
    <Sheet title={`交接 ${shopsWords(count)}`} onClose={onClose} held={busy}>
      <View>
        <Field name={from.name} value={change(fromCount + count, fromCount)} />
        <Hairline />
        <Field name={to.name} value={change(toCount - count, toCount)} />
        <Hairline />
        <Field name="生效" value={when} />
      </View>
      {count > 0 && (
        <View>
          <Text as="head">交接的店铺</Text>
          <Names names={names} />
        </View>
      )}
      {outside.length > 0 && (
        <View>
          <Text as="head">{`留下 ${shopsWords(outside.length)}`}</Text>
          <Text as="small">
            {to.pool
              ? `这些店铺不在 ${to.name}，仍归 ${from.name}。`
              : `${to.name} 所属机构不管这些行业，仍归 ${from.name}。`}
          </Text>
          <Names names={outside.map(({ name }) => name)} />
        </View>
      )}
      {to.pool && <Notice tone="warn" words="放回网格以后，这些店铺暂时没有店长，请尽快安排人接手。" />}
      {failure !== null && <Notice words={failure} />}
      <Button
        word={`确认交接 ${shopsWords(count)}`}
        busy={busy}
        busyWord="正在交接"
        blocked={count === 0 ? '没有能交接的店铺，请换一位接手的店长或换一个范围' : null}
        onTap={onConfirm}
      />
    </Sheet>
  )
}
