import { CannedScreen } from '../../../features/library/canned-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'

const Canned = () => {
  const commands = usePerson()?.roles.some(({ role }) => role === 'command') ?? false
  return <CannedScreen commands={commands} />
}

export default function CannedPage() {
  return (
    <Gate>
      <Canned />
    </Gate>
  )
}
