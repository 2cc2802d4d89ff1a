import { SnapScreen } from '../../features/report/snap-screen'
import { Gate } from '../../features/session/gate'
import { PhoneFirst } from '../../features/session/phone-first'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { openTab } from '../../platform/navigation'
import { toReport } from '../../platform/routes'

export default function SnapPage() {
  useUnreadBadge()
  return (
    <Gate>
      <PhoneFirst
        onOffers={() => {
          openTab('home')
        }}
      >
        <SnapScreen onProgress={toReport} />
      </PhoneFirst>
    </Gate>
  )
}
