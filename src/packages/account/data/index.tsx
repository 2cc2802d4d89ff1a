import { AccountScreen } from '../../../features/account/account-screen'
import { forgetActing } from '../../../features/session/acting-role'
import { sayFarewell } from '../../../features/session/farewell'
import { Gate } from '../../../features/session/gate'
import { openTab } from '../../../platform/navigation'
import { toTerms } from '../../../platform/routes'

export default function AccountPage() {
  return (
    <Gate>
      <AccountScreen
        onTerms={toTerms}
        onLeft={() => {
          forgetActing()
          sayFarewell()
          openTab('home')
        }}
      />
    </Gate>
  )
}
