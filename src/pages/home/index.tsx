import type { Role } from '#domain/actor'
import { HomeScreen } from '../../features/home/home-screen'
import { LatestReports } from '../../features/report/latest-reports'
import { useSession } from '../../features/session/use-session'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { openTab } from '../../platform/navigation'
import { toReport, toReports } from '../../platform/routes'

const working: readonly Role[] = ['grid', 'handler', 'street', 'command']

const toSnap = () => {
  openTab('snap')
}
const toMine = () => {
  toReports('mine')
}
const toWork = () => {
  toReports('work')
}

export default function HomePage() {
  useUnreadBadge()
  const { data: session, isPending } = useSession()
  const works = session?.roles.some(({ role }) => working.includes(role)) ?? false
  return (
    <HomeScreen
      known={!isPending}
      onSnap={toSnap}
      onProgress={toMine}
      work={
        works && (
          <LatestReports
            scope="work"
            title="待办"
            nothing="现在没有等您办的事。"
            allWord="全部待办"
            onOpen={toReport}
            onAll={toWork}
          />
        )
      }
      mine={
        <LatestReports
          scope="mine"
          title="我反映的"
          nothing="您还没有反映过问题。反映后，办到哪一步会显示在这里。"
          allWord="全部"
          onOpen={toReport}
          onAll={toMine}
        />
      }
    />
  )
}
