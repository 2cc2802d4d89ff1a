import { asId, type Id } from '#domain/kernel/id'
import { FindScreen } from '../../../features/channel/find-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { backToChannel, toChannel } from '../../../platform/routes'

export default function FindPage() {
  const { params } = useRouter()
  const channel: Id<'channel'> = asId(params['id'] ?? '')
  return (
    <Gate>
      <FindScreen
        channel={channel}
        onOpen={(seq) => {
          toChannel(channel, seq)
        }}
        onBack={() => {
          backToChannel(channel)
        }}
      />
    </Gate>
  )
}
