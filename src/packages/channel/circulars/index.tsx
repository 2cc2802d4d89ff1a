import { SentScreen } from '../../../features/circular/sent-screen'
import { useActiveRole } from '../../../features/session/acting-role'
import { Gate } from '../../../features/session/gate'
import { toCircularForm, toCircularShops } from '../../../platform/routes'

const Sent = () => {
  const { acting } = useActiveRole()
  return (
    <SentScreen
      scope={acting === 'command' ? 'district' : 'mine'}
      onOpen={toCircularShops}
      onWrite={toCircularForm}
    />
  )
}

export default function CircularsPage() {
  return (
    <Gate>
      <Sent />
    </Gate>
  )
}
