import { asId } from '#domain/kernel/id'
import type { HardshipsOf } from '#domain/contract/hardship'
import { HardshipsScreen } from '../../../features/care/hardships-screen'
import { Gate } from '../../../features/session/gate'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'

const ofParams = ({ shop, scope }: Partial<Record<string, string>>): HardshipsOf => {
  if (shop !== undefined) return { kind: 'shop', shop: asId(shop) }
  return scope === 'district' ? { kind: 'district', only: null } : { kind: 'caseload' }
}

export default function HardshipsPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <HardshipsScreen
        of={ofParams(params)}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
