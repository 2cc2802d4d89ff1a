import { ComposeScreen } from '../../../features/circular/compose-screen'
import { useActiveRole } from '../../../features/session/acting-role'
import { Gate } from '../../../features/session/gate'
import { toCircularShops } from '../../../platform/routes'

const Form = () => {
  const { acting, held } = useActiveRole()
  // Command that acts as something else just now may write all the same.
  const commands = acting !== 'head' && held.some(({ role }) => role === 'command')
  return <ComposeScreen scope={commands ? 'district' : 'mine'} onOpen={toCircularShops} />
}

export default function CircularFormPage() {
  return (
    <Gate>
      <Form />
    </Gate>
  )
}
