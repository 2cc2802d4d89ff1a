import { Fragment } from 'react'
import { dial } from '../../platform/navigation'
import { useAppearance } from '../../ui/appearance'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field, Hairline } from '../../ui/field'
import { Screen } from '../../ui/screen'
import { Tappable } from '../../ui/tappable'
import { Toggle } from '../../ui/toggle'
import { PersonCard } from './person-card'
import { RolesCard } from './roles-card'
import { usePerson } from './use-session'

interface Props {
  readonly onMyReports: () => void
  readonly onMyStreet: () => void
  readonly onMyShops: () => void
  /** shops that may be this person's, by the phone just verified */
  readonly onOffers: () => void
  readonly onAccount: () => void
  readonly onComplaints: () => void
  /** null for whoever is not of the command's office */
  readonly onOffice: (() => void) | null
}

export const MineScreen = ({
  onMyReports,
  onMyStreet,
  onMyShops,
  onOffers,
  onAccount,
  onComplaints,
  onOffice,
}: Props) => {
  const session = usePerson()
  const { elder, setElder } = useAppearance()
  const links = [
    ...(onOffice ? [['区指挥部管理', '', onOffice] as const] : []),
    ['我反映的问题', '看进度', onMyReports],
    ['我的街道', '', onMyStreet],
    ['我的店铺', '', onMyShops],
    ['投诉建议', '', onComplaints],
    ['账号与隐私', '', onAccount],
  ] as const
  return (
    <Screen>
      {session && <PersonCard session={session} onOffers={onOffers} />}
      <RolesCard />
      <Card>
        {links.map(([name, value, onTap], at) => (
          <Fragment key={name}>
            {at > 0 && <Hairline />}
            <Tappable label={name} role="link" onTap={onTap}>
              <Field name={name} value={value} onward />
            </Tappable>
          </Fragment>
        ))}
      </Card>
      <Card>
        <Toggle name="长辈版" note="字更大，按钮更大" on={elder} onChange={setElder} />
      </Card>
      <Button
        word="打 12345"
        kind="plain"
        icon="phone"
        onTap={() => {
          dial('12345')
        }}
      />
    </Screen>
  )
}
