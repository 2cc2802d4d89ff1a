import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import type { IconName } from '../../ui/icon'

interface Props {
  readonly word: string
  readonly icon: IconName
  readonly onTap: () => void
}

/** What can be done within a card: as wide as its words, below the page's own next step. */
export const CardAct = ({ word, icon, onTap }: Props) => (
  <View style="display:flex;align-self:flex-start">
    <Button word={word} kind="soft" small icon={icon} onTap={onTap} />
  </View>
)
