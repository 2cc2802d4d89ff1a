import { asId } from '#domain/kernel/id'
import type { GuidanceOf } from '#domain/contract/guidance'
import { GuidanceScreen } from '../../../features/care/guidance-screen'
import { Gate } from '../../../features/session/gate'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { toChannel } from '../../../platform/routes'

const ofParams = ({ item, shop }: Partial<Record<string, string>>): GuidanceOf => {
  if (item !== undefined) return { kind: 'item', id: asId(item) }
  return shop === undefined ? { kind: 'caseload' } : { kind: 'shop', shop: asId(shop) }
}

export default function GuidancePage() {
  const { params } = useRouter()
  return (
    <Gate>
      <GuidanceScreen
        of={ofParams(params)}
        onSource={toChannel}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
