import { useState } from 'react'
import { dial, toTop } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { ComplaintFields } from './complaint-fields'
import { openReasons } from './words'

export const ComplaintFormScreen = ({ onList }: { readonly onList: () => void }) => {
  const [sent, setSent] = useState(false)
  if (sent)
    return (
      <Screen>
        <Card told>
          <Chip tone="good" icon="check" word="已收到" />
          <Text as="head">谢谢您，区里会有人看</Text>
          <Text>有了答复，会在「消息」里告诉您。答复的人看不到您是谁。</Text>
          <Button word="看我提交的" kind="soft" onTap={onList} />
        </Card>
      </Screen>
    )
  return (
    <Screen>
      <Card title="想说哪一类">
        <ComplaintFields
          about={null}
          reasons={openReasons}
          question="想说哪一类"
          hint="发生了什么，您希望怎么办"
          onSent={() => {
            setSent(true)
            toTop()
          }}
        />
      </Card>
      <Card>
        <Text as="small">看的是区里的工作人员，不是您的店长；他们看不到您是谁。着急的事请打 12345。</Text>
        <Button
          word="打 12345"
          kind="plain"
          icon="phone"
          onTap={() => {
            dial('12345')
          }}
        />
      </Card>
    </Screen>
  )
}
