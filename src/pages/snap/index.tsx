import { SnapScreen } from '../../features/report/snap-screen'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { toReport } from '../../platform/routes'

export default function SnapPage() {
  useUnreadBadge()
  return <SnapScreen onProgress={toReport} />
}
