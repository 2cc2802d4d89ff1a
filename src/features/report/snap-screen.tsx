import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { toTop } from '../../platform/navigation'
import { useDistrict } from '../../platform/use-district'
import { readingOf } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { NotHere } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { usePrefills } from './prefill'
import { ReportForm } from './report-form'

interface DoneProps {
  readonly number: string
  readonly onProgress: () => void
  readonly onAgain: () => void
}

const Done = ({ number, onProgress, onAgain }: DoneProps) => (
  <Card told>
    <Chip tone="good" icon="check" word="已收到" />
    <View>
      <Text as="small">办件编号</Text>
      <Text as="title">{number}</Text>
    </View>
    <Text as="small">有进展会在「消息」里告诉您；处理完请您看结果。</Text>
    <Button word="看进度" onTap={onProgress} />
    <Button word="再报一个" kind="soft" onTap={onAgain} />
  </Card>
)

interface Props {
  readonly onProgress: (id: Id<'report'>) => void
}

/** Begun anew where a message is to become a report. */
export const SnapScreen = ({ onProgress }: Props) => <Snap key={usePrefills()} onProgress={onProgress} />

const Snap = ({ onProgress }: Props) => {
  const reading = useDistrict()
  const { data: district } = reading
  const [submitted, setSubmitted] = useState<Output<'report.submit'> | null>(null)

  if (submitted)
    return (
      <Screen>
        <Done
          number={submitted.number}
          onProgress={() => {
            onProgress(submitted.id)
          }}
          onAgain={() => {
            setSubmitted(null)
          }}
        />
      </Screen>
    )
  if (district)
    return (
      <ReportForm
        district={district}
        onSubmitted={(answer) => {
          setSubmitted(answer)
          toTop()
        }}
      />
    )
  return (
    <Screen>
      <NotHere {...readingOf(reading)} cards={2} tall />
    </Screen>
  )
}
