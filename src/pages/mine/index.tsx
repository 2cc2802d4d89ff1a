import { MineScreen } from '../../features/session/mine-screen'
import { usePerson } from '../../features/session/use-session'
import { TabPage } from '../../features/session/tab-page'
import { toAccount, toClaims, toComplaints, toOffice, toReports, toStreet } from '../../platform/routes'

const toMenu = () => {
  toOffice('menu')
}

export default function MinePage() {
  const commands = usePerson()?.roles.some(({ role }) => role === 'command') ?? false
  return (
    <TabPage tab="mine">
      <MineScreen
        onMyReports={() => {
          toReports('mine')
        }}
        onMyStreet={toStreet}
        onMyShops={toClaims}
        onOffers={toClaims}
        onAccount={toAccount}
        onOffice={commands ? toMenu : null}
        onComplaints={() => {
          toComplaints('mine')
        }}
      />
    </TabPage>
  )
}
