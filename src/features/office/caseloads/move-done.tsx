import type { Id } from '#domain/kernel/id'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { Row } from '../../../ui/row'
import { Screen } from '../../../ui/screen'
import { Text } from '../../../ui/text'
import { shopsWords } from '../shared/numbers'

/** Who takes the shops: a head, or a cell's pool until there is one. */
export interface Receiver {
  readonly id: Id<'caseload'>
  readonly name: string
  readonly pool: boolean
}

/** Two people may bear one name. */
export const fullName = ({
  name,
  agencyName,
}: {
  readonly name: string
  readonly agencyName: string | null
}): string => (agencyName === null ? name : `${name}（${agencyName}）`)

export interface Done {
  readonly from: string
  readonly to: Receiver
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

/** Owners hear of their next head, not of having none. */
const toldOf = ({ pool }: Receiver): string => (pool ? '原来的店长' : '两位店长和店主')

/** What was done, and how to undo it. */
export const MoveDone = ({ done: { from, to, shops, on }, onHandOvers, onCaseloads, onAgain }: Props) => (
  <Screen foot={<Button word="回到店长与店铺" onTap={onCaseloads} />}>
    <Card told title={on === null ? `已交接 ${shopsWords(shops)}` : `已安排 ${shopsWords(shops)}`}>
      <Text>{`${from} → ${to.name}`}</Text>
      <Text as="small">
        {on === null ? `${toldOf(to)}会收到消息。` : `${on} 自动交接，到那天${toldOf(to)}会收到消息。`}
      </Text>
      <Notice
        tone="info"
        icon="list"
        words={
          on === null
            ? `交接错了可以交回来：打开 ${to.name}，再交接给 ${from}。`
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
