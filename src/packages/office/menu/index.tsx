import { OfficeMenuScreen } from '../../../features/office/menu/menu-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'
import { openTab } from '../../../platform/navigation'
import { toOffice } from '../../../platform/routes'
import { ErrorState } from '../../../ui/empty-state'
import { Screen } from '../../../ui/screen'

const Menu = () => {
  const commands = usePerson()?.roles.some(({ role }) => role === 'command') ?? false
  if (commands) return <OfficeMenuScreen onOpen={toOffice} />
  return (
    <Screen>
      <ErrorState
        words="这里由区指挥部办理，您不用操作。"
        retryWord="回首页"
        onRetry={() => {
          openTab('home')
        }}
      />
    </Screen>
  )
}

export default function OfficeMenuPage() {
  return (
    <Gate>
      <Menu />
    </Gate>
  )
}
