import { ComposeScreen } from '../../../features/circular/compose-screen'
import { useActiveRole } from '../../../features/session/acting-role'
import { Gate } from '../../../features/session/gate'
import { toCircularShops } from '../../../platform/routes'

const Form = () => {
  const { acting } = useActiveRole()
  return <ComposeScreen scope={acting === 'command' ? 'district' : 'mine'} onOpen={toCircularShops} />
}

export default function CircularFormPage() {
  return (
    <Gate>
      <Form />
    </Gate>
  )
}
