import { StreetScreen } from '../../../features/report/street-screen'
import { Gate } from '../../../features/session/gate'
import { showSnapTab } from '../../../features/session/snap-tab'
import { usePerson } from '../../../features/session/use-session'
import { openTab } from '../../../platform/navigation'

const toSnap = () => {
  showSnapTab('snap')
  openTab('snap')
}

const Street = () => {
  const session = usePerson()
  return session && <StreetScreen person={session.person.id} onSnap={toSnap} />
}

export default function StreetPage() {
  return (
    <Gate>
      <Street />
    </Gate>
  )
}
