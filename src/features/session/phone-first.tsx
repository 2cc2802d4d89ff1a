import type { ReactNode } from 'react'
import { Card } from '../../ui/card'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { PhoneField } from './phone-field'
import { usePerson } from './use-session'

interface Props {
  readonly onOffers: () => void
  readonly children: ReactNode
}

/** Whoever posts has a verified phone, as WeChat's review rules ask; reading needs none. */
export const PhoneFirst = ({ onOffers, children }: Props) => {
  const person = usePerson()
  if (person?.person.phone !== null) return children
  return (
    <Screen>
      <Card title="反映问题前，先验证手机号">
        <Text as="small">只需一次。对外不显示您是谁，只有负责回访的人能看电话，每次查看有记录。</Text>
        <PhoneField phone={null} onOffers={onOffers} />
      </Card>
    </Screen>
  )
}
