import { asId } from '#domain/kernel/id'
import { CircularScreen } from '../../../features/circular/detail-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { toChannel, toCircularShops } from '../../../platform/routes'

export default function CircularPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <CircularScreen id={asId(params['id'] ?? '')} onShops={toCircularShops} onChannel={toChannel} />
    </Gate>
  )
}
