import { articleTopics, type ArticleTopic } from '#domain/article'
import type { Id } from '#domain/kernel/id'
import { useDistrict } from '../../platform/use-district'
import { Card } from '../../ui/card'
import { Hairline } from '../../ui/field'
import { InputLine } from '../../ui/input-line'
import { PickerField } from '../../ui/picker-field'
import { Chips } from './chips'
import { topicWords } from './words'

const everything = [[null, '全部'] as const]
export const topicOptions = [
  ...everything,
  ...articleTopics.map((topic) => [topic, topicWords[topic]] as const),
]

interface Props {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly trade: Id<'trade'> | null
  readonly onTrade: (trade: Id<'trade'> | null) => void
  readonly topic: ArticleTopic | null
  readonly onTopic: (topic: ArticleTopic | null) => void
}

/** What the library is narrowed by: words, a trade, a topic. */
export const FilterCard = ({ words, onWords, trade, onTrade, topic, onTopic }: Props) => {
  const { trades = [] } = useDistrict().data ?? {}
  return (
    <Card>
      <InputLine
        label="搜指南"
        hint="搜一搜，例如：毛巾、健康证"
        value={words}
        most={40}
        onChange={onWords}
      />
      <Chips label="讲什么" options={topicOptions} value={topic} onChange={onTopic} />
      <Hairline />
      <PickerField
        name="行业"
        options={['全部行业', ...trades.map(({ name }) => name)]}
        at={trades.findIndex(({ id }) => id === trade) + 1}
        onChange={(at) => {
          onTrade(trades[at - 1]?.id ?? null)
        }}
      />
    </Card>
  )
}
