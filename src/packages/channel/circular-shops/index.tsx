import { asId } from '#domain/kernel/id'
import { CircularShopsScreen } from '../../../features/circular/shops-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { toCircular, toShop } from '../../../platform/routes'

export default function CircularShopsPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <CircularShopsScreen id={asId(params['id'] ?? '')} onShop={toShop} onOpen={toCircular} />
    </Gate>
  )
}
