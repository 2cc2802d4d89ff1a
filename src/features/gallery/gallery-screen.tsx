import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useAppearance } from '../../ui/appearance'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChecklistItem } from '../../ui/checklist-item'
import { Chip, type Tone } from '../../ui/chip'
import { Choice } from '../../ui/choice'
import { DeadlineChip } from '../../ui/deadline-chip'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Field, Hairline } from '../../ui/field'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { PersonLine } from '../../ui/person-line'
import { DropPill, Pill, Pills } from '../../ui/pill'
import { PhotoGrid } from '../../ui/photo-grid'
import { Progress } from '../../ui/progress'
import { Row } from '../../ui/row'
import { Rows, RowLine } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Sheet } from '../../ui/sheet'
import { Skeleton } from '../../ui/skeleton'
import { StepHeader } from '../../ui/step-header'
import { Text } from '../../ui/text'
import { Timeline, TimelineStep } from '../../ui/timeline'
import { WordsField } from '../../ui/words-field'

const HOUR = 3_600_000
/** 2026-11-23 10:00 in China: the samples read the same on every day */
const now = Date.UTC(2026, 10, 23, 2)
const photo =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='8'%3E%3Crect width='8' height='8' fill='%239db8a8'/%3E%3C/svg%3E"

const tones: readonly (readonly [Tone, string])[] = [
  ['brand', '常见问题'],
  ['info', '处理中'],
  ['warn', '今天到期'],
  ['bad', '已超期'],
  ['good', '达标'],
  ['mute', '不用交'],
]

const nothing = () => undefined

const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <Text as="head">{name}</Text>
    {children}
  </>
)

const Buttons = () => (
  <Card>
    <Button word="拍照补交" icon="camera" onTap={nothing} />
    <Button word="一起跟进" kind="soft" onTap={nothing} />
    <Button word="请店长帮忙" kind="plain" onTap={nothing} />
    <Button word="提交" busy busyWord="正在提交" onTap={nothing} />
    <Button word="提交" blocked="还缺必须有的材料：平面图" onTap={nothing} />
    <Row>
      <Button word="报名" small onTap={nothing} />
      <Button word="查看" kind="plain" small onTap={nothing} />
    </Row>
  </Card>
)

const States = () => (
  <Card>
    <Row wrap>
      {tones.map(([tone, word]) => (
        <Chip
          key={tone}
          tone={tone}
          icon={tone === 'bad' || tone === 'warn' ? 'warn' : 'check'}
          word={word}
        />
      ))}
    </Row>
    <Row wrap>
      <DeadlineChip due={now + 55 * HOUR} now={now} workdays={2} />
      <DeadlineChip due={now + 50 * HOUR} now={now} />
      <DeadlineChip due={now + 3 * HOUR} now={now} amber={now} />
      <DeadlineChip due={now - 2 * HOUR} now={now} />
    </Row>
    <Notice words="照片没有传上去，请再试一次。" />
    <Notice tone="warn" icon="clock" words="卫生许可证 12 天后到期" />
    <Notice tone="info" icon="check" words="已为您保存" />
    <Progress words="正在上传 3/5" part={0.6} />
  </Card>
)

const Lines = () => (
  <>
    <Card>
      <PersonLine name="王敏" note="您的店长 · 在班">
        <Button word="发消息" kind="soft" small onTap={nothing} />
      </PersonLine>
      <Hairline />
      <Field name="在哪里" icon="pin" value="迎春社区 3 号楼前" onward />
    </Card>
    <Rows wide={false}>
      <RowLine
        title="待办反映 3 件"
        note="1 件已超期，请先办"
        aside={<Chip tone="bad" icon="warn" word="超期" />}
        onTap={nothing}
      />
      <RowLine title="店铺" note="按街道、社区、行业找" onTap={nothing} />
    </Rows>
    <Rows wide={false}>
      <ChecklistItem title="申请表" note="必须有 · 已按店铺档案填好" state="done" />
      <ChecklistItem title="平面图" note="必须有" state="missing" onTap={nothing} />
      <ChecklistItem title="卫生检测报告" note="可以后补 · 11月25日前" state="later" onTap={nothing} />
      <ChecklistItem title="空调检测报告" note="本店没有集中空调" state="none" />
    </Rows>
    <Card>
      <Timeline>
        <TimelineStep current title="下一步：街道城管 现场处置" note="今天 16:21 前" />
        <TimelineStep title="已派给 中兴街道城管" note="今天 11:21" />
      </Timeline>
    </Card>
  </>
)

const Inputs = () => {
  const [words, setWords] = useState('楼下小饭馆把泔水桶放在人行道上')
  const [name, setName] = useState('')
  const [on, setOn] = useState(true)
  const [view, setView] = useState<'open' | 'all'>('open')
  return (
    <Card>
      <Segments
        label="看哪些"
        options={[
          ['open', '办理中'],
          ['all', '全部'],
        ]}
        value={view}
        onChange={setView}
      />
      <WordsField label="写一写问题" hint="什么问题、有多久了" value={words} most={500} onChange={setWords} />
      <InputLine label="联系人" hint="怎么称呼" value={name} most={20} onChange={setName} />
      <Choice
        word="先受理，补齐后发证"
        note="容缺受理"
        on={on}
        onTap={() => {
          setOn(!on)
        }}
      />
      <Choice word="先拿证，60 天内补材料" note="本店暂不适用" on={false} disabled onTap={nothing} />
      <Pills label="讲什么">
        <Pill word="消毒" role="radio" on={on} onTap={nothing} />
        <Pill word="证照" role="radio" on={!on} onTap={nothing} />
        <Pill word="停业整顿" role="radio" on={false} disabled onTap={nothing} />
      </Pills>
      <DropPill word="李姐说的" onDrop={nothing} />
      <PhotoGrid
        urls={[photo, photo]}
        onOpen={nothing}
        onRemove={nothing}
        onAdd={nothing}
        addWord="再拍一张"
      />
    </Card>
  )
}

/** Every piece in every state; light and dark follow the device, elder mode the button. */
export const GalleryScreen = () => {
  const { elder, setElder } = useAppearance()
  const [open, setOpen] = useState(false)
  return (
    <Screen covered={open}>
      <StepHeader title="组件样张" step={2} of={3} />
      <Button
        word={elder ? '换成普通字号' : '换成长辈版'}
        kind="soft"
        onTap={() => {
          setElder(!elder)
        }}
      />
      <Part name="按钮">
        <Buttons />
      </Part>
      <Part name="状态">
        <States />
      </Part>
      <Part name="行">
        <Lines />
      </Part>
      <Part name="填写">
        <Inputs />
      </Part>
      <Part name="打开、出错、没有">
        <Skeleton cards={1} />
        <ErrorState words="网络不通，请稍后再试。" onRetry={nothing} />
        <EmptyState words="还没有反映。看到了，拍一张就行。" actionWord="拍照反映" onAction={nothing} />
      </Part>
      <View>
        <Button
          word="打开底部页"
          kind="plain"
          onTap={() => {
            setOpen(true)
          }}
        />
      </View>
      {open && (
        <Sheet
          title="为什么不受理"
          onClose={() => {
            setOpen(false)
          }}
        >
          <Choice word="不属于本区" on onTap={nothing} />
          <Button word="确定" onTap={nothing} />
        </Sheet>
      )}
    </Screen>
  )
}
