import { MineScreen } from '../../features/session/mine-screen'
import { Gate } from '../../features/session/gate'
import { usePerson } from '../../features/session/use-session'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { toAccount, toClaims, toComplaints, toOffice, toReports } from '../../platform/routes'

const toMenu = () => {
  toOffice('menu')
}

export default function MinePage() {
  useUnreadBadge()
  const commands = usePerson()?.roles.some(({ role }) => role === 'command') ?? false
  return (
    <Gate>
      <MineScreen
        onMyReports={() => {
          toReports('mine')
        }}
        onMyShops={toClaims}
        onOffers={toClaims}
        onAccount={toAccount}
        onOffice={commands ? toMenu : null}
        onComplaints={() => {
          toComplaints('mine')
        }}
      />
    </Gate>
  )
}
