import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Row } from '../../ui/row'
import { RowLine, Rows } from '../../ui/rows'

interface Props {
  readonly onGuidance: () => void
  readonly onVisits: () => void
  readonly onHardships: () => void
  /** null: not this reader's to plan */
  readonly onPlan: (() => void) | null
}

/** What is done for this shop beside checking it; stands on the shop's page for its owner and its head. */
export const ShopCare = ({ onGuidance, onVisits, onHardships, onPlan }: Props) => (
  <View style="display:flex;flex-direction:column;gap:12px">
    <Rows wide={false}>
      <RowLine title="指导事项" note="店长请店里做的，不打分" onTap={onGuidance} />
      <RowLine title="上门指导" note="约好的和做过的" onTap={onVisits} />
      <RowLine title="困难台账" note="难在哪里，谁来帮" onTap={onHardships} />
    </Rows>
    {onPlan && (
      <Row>
        <Button word="约个时间上门" kind="soft" icon="clock" onTap={onPlan} />
      </Row>
    )}
  </View>
)
