import { View } from '@tarojs/components'
import { described } from './described'
import { Progress } from './progress'
import { Text } from './text'

interface Props {
  readonly title: string
  /** from 1 */
  readonly step: number
  readonly of: number
}

/** Where one stands in a way of several pages. */
export const StepHeader = ({ title, step, of }: Props) => {
  const words = `第 ${String(step)} 步，共 ${String(of)} 步`
  return (
    <View {...described({ label: `${title}，${words}` })} style="display:flex;flex-direction:column;gap:8px">
      <Text as="title">{title}</Text>
      <Progress words={words} part={step / of} />
    </View>
  )
}
