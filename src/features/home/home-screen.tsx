import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dial } from '../../platform/navigation'
import { useAppearance } from '../../ui/appearance'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'

interface Props {
  /** a question that waits for this person's answer, before everything else */
  readonly question: ReactNode
  /** the shops one owns, heads or looks after, for those who do */
  readonly shops: ReactNode
  /** what waits for this person's work, for those who have any */
  readonly work: ReactNode
  readonly mine: ReactNode
  readonly onSnap: () => void
  readonly onProgress: () => void
}

/** One answer to "what now": a question, one's shops, work, then the big action, then how one's own reports stand. */
export const HomeScreen = ({ question, shops, work, mine, onSnap, onProgress }: Props) => {
  const { elder } = useAppearance()
  return (
    <Screen>
      {question}
      {shops}
      {work}
      <Card>
        <View>
          <Text as="head">看到问题，拍下来</Text>
          <Text as="small">一张照片或一句话就行，办到哪一步都能看到。</Text>
        </View>
        <Button word="拍照反映" icon="camera" onTap={onSnap} />
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
      {mine}
    </Screen>
  )
}
