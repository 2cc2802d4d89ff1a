import { asId, type Id } from '#domain/kernel/id'
import { FindScreen } from '../../../features/channel/find-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'
import { useRouter } from '../../../platform/page'
import { backToChannel, toChannel } from '../../../platform/routes'

const Find = () => {
  const { params } = useRouter()
  const channel: Id<'channel'> = asId(params['id'] ?? '')
  return (
    <FindScreen
      channel={channel}
      me={usePerson()?.person.id ?? null}
      onOpen={(seq) => {
        toChannel(channel, seq)
      }}
      onBack={() => {
        backToChannel(channel)
      }}
    />
  )
}

export default function FindPage() {
  return (
    <Gate>
      <Find />
    </Gate>
  )
}
