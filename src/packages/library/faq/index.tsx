import { asId } from '#domain/kernel/id'
import { FaqScreen } from '../../../features/library/faq-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { backToChannel } from '../../../platform/routes'

export default function FaqPage() {
  const { params } = useRouter()
  const channel = asId<'channel'>(params['channel'] ?? '')
  return (
    <Gate>
      <FaqScreen
        channel={channel}
        seq={Number(params['seq'])}
        onKept={() => {
          backToChannel(channel)
        }}
      />
    </Gate>
  )
}
