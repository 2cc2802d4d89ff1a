import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dial } from '../../platform/navigation'
import { useAppearance } from '../../ui/appearance'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'

interface Props {
  readonly greeting: ReactNode
  /** a question that waits for this person's answer, before everything else */
  readonly question: ReactNode
  readonly children: ReactNode
}

/** One answer to "what now", in the role one acts in. */
export const HomeScreen = ({ greeting, question, children }: Props) => (
  <Screen>
    {greeting}
    {question}
    {children}
  </Screen>
)

/** What waits for whoever works for the office: a line each, its number leads to the list. */
export const Waiting = ({ children }: { readonly children: ReactNode }) => (
  <Rows wide={false}>{children}</Rows>
)

interface ReportingProps {
  /** where something else comes first */
  readonly quiet?: boolean
  readonly onSnap: () => void
  readonly onProgress: () => void
}

/** The big action of a resident; in elder mode three buttons and nothing to read between them. */
export const Reporting = ({ quiet = false, onSnap, onProgress }: ReportingProps) => {
  const { elder } = useAppearance()
  return (
    <Card>
      <View>
        <Text as="head">看到问题，拍下来</Text>
        {!elder && <Text as="small">一张照片或一句话就行，办到哪一步都能看到。</Text>}
      </View>
      <Button word="拍照反映" icon="camera" kind={quiet ? 'soft' : 'primary'} onTap={onSnap} />
      {elder && <Button word="看进度" kind="soft" icon="list" onTap={onProgress} />}
      {elder && (
        <Button
          word="打 12345"
          kind="plain"
          icon="phone"
          onTap={() => {
            dial('12345')
          }}
        />
      )}
    </Card>
  )
}
