import { asId } from '#domain/kernel/id'
import { GroupScreen } from '../../../features/group/group-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { intoChannel, toClaims } from '../../../platform/routes'

const Group = () => {
  const { params } = useRouter()
  const session = usePerson()
  const { id } = params
  return (
    <GroupScreen
      channel={id === undefined ? null : asId(id)}
      head={session?.roles.some(({ role }) => role === 'head') ?? false}
      onEnter={intoChannel}
      onClaim={toClaims}
      onHome={() => {
        openTab('home')
      }}
    />
  )
}

export default function GroupPage() {
  return (
    <Gate>
      <Group />
    </Gate>
  )
}
