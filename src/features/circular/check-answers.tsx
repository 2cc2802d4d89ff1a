import { View } from '@tarojs/components'
import type { CheckView } from '#domain/contract/circular'
import { serverNow } from '../../platform/server-clock'
import { Chip } from '../../ui/chip'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { markWords } from './words'

const chips = {
  done: { tone: 'good', icon: 'check', word: markWords.done },
  not: { tone: 'warn', icon: 'warn', word: markWords.not },
  none: { tone: 'mute', icon: 'check', word: markWords.none },
} as const

interface Props {
  readonly items: readonly string[]
  readonly check: CheckView
}

/** A self-check as it was handed in. */
export const CheckAnswers = ({ items, check }: Props) => (
  <>
    {check.answers.map(({ mark, words }, at) => (
      <View key={items[at] ?? at}>
        <Row apart wrap>
          <View style="flex:1 1 10em;min-width:0">
            <Text>{`${String(at + 1)}. ${items[at] ?? ''}`}</Text>
          </View>
          <Chip {...chips[mark]} />
        </Row>
        {words !== '' && <Text as="small">{words}</Text>}
      </View>
    ))}
    <Text as="note">{`${check.who} ${momentWords(check.at, serverNow())} 交的`}</Text>
  </>
)
