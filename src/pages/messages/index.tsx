import { InboxScreen } from '../../features/inbox/inbox-screen'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { openTab } from '../../platform/navigation'
import { toReport } from '../../platform/routes'

export default function MessagesPage() {
  useUnreadBadge()
  return (
    <InboxScreen
      onOpenReport={({ report }) => {
        toReport(report)
      }}
      onSnap={() => {
        openTab('snap')
      }}
    />
  )
}
