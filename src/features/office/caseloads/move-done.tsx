import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { Row } from '../../../ui/row'
import { Screen } from '../../../ui/screen'
import { Text } from '../../../ui/text'
import { shopsWords } from '../shared/numbers'

export interface Done {
  readonly from: string
  readonly to: string
  readonly shops: number
  /** the day in words where it is planned; null: at once */
  readonly on: string | null
}

interface Props {
  readonly done: Done
  readonly onHandOvers: () => void
  readonly onCaseloads: () => void
  readonly onAgain: () => void
}

/** What was done, and how to undo it. */
export const MoveDone = ({ done: { from, to, shops, on }, onHandOvers, onCaseloads, onAgain }: Props) => (
  <Screen foot={<Button word="回到店长与店铺" onTap={onCaseloads} />}>
    <Card title={on === null ? `已交接 ${shopsWords(shops)}` : `已安排 ${shopsWords(shops)}`}>
      <Text>{`${from} → ${to}`}</Text>
      <Text as="small">
        {on === null ? '两位店长和店主都会收到消息。' : `${on} 自动交接，到那天两位店长和店主会收到消息。`}
      </Text>
      <Notice
        tone="info"
        icon="list"
        words={
          on === null
            ? `交接错了可以交回来：打开 ${to}，再交接给 ${from}。`
            : '改主意了，可以在交接记录里取消。'
        }
      />
    </Card>
    <Row>
      <Button word="看交接记录" kind="soft" onTap={onHandOvers} />
      <Button word="继续交接" kind="plain" onTap={onAgain} />
    </Row>
  </Screen>
)
