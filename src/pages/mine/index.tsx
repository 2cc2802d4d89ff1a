import { MineScreen } from '../../features/session/mine-screen'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { toReports } from '../../platform/routes'

export default function MinePage() {
  useUnreadBadge()
  return (
    <MineScreen
      onMyReports={() => {
        toReports('mine')
      }}
    />
  )
}
