import { View } from '@tarojs/components'
import { useState } from 'react'
import { channelOf } from '#domain/channel'
import { circularLimits } from '#domain/circular'
import type { ChannelRow } from '#domain/contract/channel'
import type { CircularTarget } from '#domain/contract/circular'
import { asId, type Id } from '#domain/kernel/id'
import { failureWords, readFailureWords } from '../../platform/outcome'
import { toTop } from '../../platform/navigation'
import { useChannels } from '../../platform/use-channels'
import { notYours, readingOf } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Confirm } from '../../ui/confirm'
import { Hairline } from '../../ui/field'
import { InputLine } from '../../ui/input-line'
import { NotHere } from '../../ui/listed'
import { PickerField } from '../../ui/picker-field'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Text } from '../../ui/text'
import { WordsField } from '../../ui/words-field'
import { useAimFields } from './aim-fields'
import { useGroupsField } from './groups-field'
import { ItemLines } from './item-lines'
import { usePreview, type SentScope } from './queries'
import { useCompose } from './use-compose'
import { offlineSending, sendRefusals } from './words'

interface Group {
  readonly caseload: Id<'caseload'>
  readonly name: string
}

/** The groups this person is head or deputy of. */
const ownGroups = (rows: readonly ChannelRow[]): readonly Group[] =>
  rows.flatMap(({ id, standing, headName }) => {
    const channel = channelOf(id)
    return channel?.kind === 'store' && (standing === 'head' || standing === 'deputy')
      ? [{ caseload: channel.caseload, name: `${headName ?? ''}店长群` }]
      : []
  })

interface SentState {
  readonly id: Id<'circular'> | null
  readonly shops: number
}

const Sent = ({
  sent,
  onOpen,
}: {
  readonly sent: SentState
  readonly onOpen: (id: Id<'circular'>) => void
}) => (
  <Screen>
    <Card told>
      <Chip tone="good" icon="check" word="已发出" />
      <Text as="head">{`发给了 ${String(sent.shops)} 家店`}</Text>
      <Text>
        群里有一张卡片，店里点「我知道了」后这里会记数。随时可以提醒没确认的；两次提醒之间隔一小时。
      </Text>
      <Button
        word="看谁确认了"
        onTap={() => {
          if (sent.id) onOpen(sent.id)
        }}
      />
    </Card>
  </Screen>
)

const previewWords = (preview: ReturnType<typeof usePreview>): string => {
  const { data, error } = preview
  if (error) return readFailureWords(error)
  if (!data) return '正在数有多少家'
  if (data.shops === 0) return '没有店铺符合，请放宽一些'
  const absent = data.absent > 0 ? `，其中 ${String(data.absent)} 家还没有人登录，要打电话` : ''
  const groups = data.groups.length > 1 ? `，在 ${String(data.groups.length)} 个群里` : ''
  return `能发到 ${String(data.shops)} 家${groups}${absent}`
}

interface Props {
  readonly scope: SentScope
  readonly onOpen: (id: Id<'circular'>) => void
}

/** A notice that asks to be acknowledged; for heads and deputies of a group, and for command. */
export const ComposeScreen = ({ scope, onOpen }: Props) => {
  const channels = useChannels(scope === 'mine')
  const own = scope === 'mine' ? ownGroups(channels.data?.rows ?? []) : []
  if (scope === 'mine' && own.length === 0)
    return (
      <Screen>
        <NotHere {...(channels.data ? notYours : readingOf(channels))} cards={3} tall />
      </Screen>
    )
  return <Form scope={scope} own={own} onOpen={onOpen} />
}

type Writing = Pick<ReturnType<typeof useCompose>, 'draft' | 'items' | 'write'>

/** What it says, and what the shops look at. */
const Words = ({ draft, items, write }: Writing) => (
  <>
    <Card title="写什么">
      <InputLine
        label="标题"
        hint="标题，例如：毛巾怎么消毒"
        value={draft.title}
        most={circularLimits.title}
        onChange={(title) => {
          write({ title })
        }}
      />
      <WordsField
        boxed
        label="内容"
        hint="请店里做什么、几号前，写清楚"
        value={draft.words}
        most={circularLimits.words}
        onChange={(words) => {
          write({ words })
        }}
      />
    </Card>
    <Card title="让店里自查（可不写）">
      <Text as="small">一条一句，店里对照着选做到了没有；结果只给店长看。</Text>
      <ItemLines
        items={items}
        onChange={(lines) => {
          write({ items: lines.join('\n') })
        }}
      />
    </Card>
  </>
)

/** What it says, what to look at, whom it is for; and how many it reaches. */
const Form = ({ scope, own, onOpen }: Props & { readonly own: readonly Group[] }) => {
  const [sent, setSent] = useState<SentState | null>(null)
  const [asking, setAsking] = useState(false)
  const targetOf = (group: string, some: readonly Id<'caseload'>[]): CircularTarget | null => {
    if (scope === 'district')
      return some.length === 0 ? { kind: 'district' } : { kind: 'groups', caseloads: some }
    const chosen = own.find(({ caseload }) => caseload === asId(group)) ?? own[0]
    return chosen ? { kind: 'groups', caseloads: [chosen.caseload] } : null
  }
  const { draft, items, aim, groups, to, busy, failure, write, send } = useCompose(targetOf, (id, shops) => {
    setSent({ id, shops })
    toTop()
  })
  const preview = usePreview(to, aim)
  const fields = useAimFields({ aim, onChange: write })
  const inGroups = useGroupsField({
    asked: scope === 'district',
    chosen: groups,
    onChange: (chosen) => {
      write({ groups: chosen.join(',') })
    },
  })
  if (sent) return <Sent sent={sent} onOpen={onOpen} />
  const reached = preview.data?.shops ?? 0
  const missing =
    draft.title.trim() === ''
      ? '先写标题'
      : draft.words.trim() === ''
        ? '先写内容'
        : reached === 0
          ? previewWords(preview)
          : null
  const told = failure && failureWords(failure, sendRefusals, offlineSending)
  const sheet = asking ? (
    <Confirm
      title={`发给 ${String(reached)} 家店？`}
      words={`${previewWords(preview)}。发出后群里马上看得到。`}
      actWord="确认发出"
      busy={busy}
      failure={told}
      onAct={send}
      onClose={() => {
        setAsking(false)
      }}
    />
  ) : (
    (fields.sheet ?? inGroups.sheet)
  )
  return (
    <Screen
      covered={sheet !== null}
      foot={
        <SendFoot
          word={reached > 0 ? `发给 ${String(reached)} 家` : '发出'}
          busy={busy}
          busyWord="正在发出"
          blocked={missing}
          failure={asking ? null : told}
          onTap={() => {
            setAsking(true)
          }}
        />
      }
    >
      <Words draft={draft} items={items} write={write} />
      <Card title="发给谁">
        <View>
          {own.length > 1 && (
            <PickerField
              name="发到哪个群"
              options={own.map(({ name }) => name)}
              at={Math.max(
                0,
                own.findIndex(({ caseload }) => caseload === asId(draft.group)),
              )}
              onChange={(at) => {
                write({ group: own[at]?.caseload ?? '' })
              }}
            />
          )}
          {inGroups.line}
          {(own.length > 1 || inGroups.line !== null) && <Hairline />}
          {fields.lines}
        </View>
        <Text as="small">{previewWords(preview)}</Text>
      </Card>
      {sheet}
    </Screen>
  )
}
