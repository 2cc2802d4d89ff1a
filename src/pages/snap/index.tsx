import { SnapScreen } from '../../features/report/snap-screen'
import { Gate } from '../../features/session/gate'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { toReport } from '../../platform/routes'

export default function SnapPage() {
  useUnreadBadge()
  return (
    <Gate>
      <SnapScreen onProgress={toReport} />
    </Gate>
  )
}
