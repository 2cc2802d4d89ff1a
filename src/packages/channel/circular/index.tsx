import { asId } from '#domain/kernel/id'
import { CircularScreen } from '../../../features/circular/detail-screen'
import { useCircular } from '../../../features/circular/queries'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { circularPath, toChannel, toCircularShops } from '../../../platform/routes'
import { useShareCard } from '../../../platform/share'

/** Its card opens for those whose notice it is; to anybody else the page says that it is not theirs. */
const Circular = () => {
  const { params } = useRouter()
  const id = asId<'circular'>(params['id'] ?? '')
  const { data } = useCircular(id)
  useShareCard(data === undefined ? null : { title: `【须确认】${data.title}`, path: circularPath(id) })
  return <CircularScreen id={id} onShops={toCircularShops} onChannel={toChannel} />
}

export default function CircularPage() {
  return (
    <Gate>
      <Circular />
    </Gate>
  )
}
