import { asId } from '#domain/kernel/id'
import { GuidanceFormScreen } from '../../../features/care/guidance-form-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { backToChannel } from '../../../platform/routes'

/** WeChat hands a page its parameters as they were written, a browser reads them. */
const readable = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export default function GuidanceFormPage() {
  const { params } = useRouter()
  const channel = asId<'channel'>(params['channel'] ?? '')
  return (
    <Gate>
      <GuidanceFormScreen
        channel={channel}
        seq={Number(params['seq'] ?? 0)}
        shopName={readable(params['shop'] ?? '')}
        words={readable(params['words'] ?? '')}
        onDone={() => {
          backToChannel(channel)
        }}
      />
    </Gate>
  )
}
